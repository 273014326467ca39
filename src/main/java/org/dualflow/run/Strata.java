package org.dualflow.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;

/**
 * Mass on the strata of a box with clipped ends: a point that sits exactly on clipped ends of k axes lies on a stratum of
 * codimension k. Codimension 0 is the interior, 1 the faces without their edges, and so on; in three dimensions 2 are the
 * edges without the corners, 3 the corners. Together they are all mass. Reused for every step, allocates nothing.
 *
 * <p>A mesh has its outermost points on a clipped wall, and the mass there is that of half a cell: an even density, too,
 * has the share Π ½ width/length on a stratum ({@link #evenShare}), which vanishes under refinement. Particles are on a
 * wall only if they were stopped there.
 */
final class Strata implements Measure.BlockVisitor {

    /** Largest dimension in which single strata are told apart, 3^d of them. */
    private static final int MOST_AXES = 8;

    private final Domain domain;
    private final boolean[] lower;
    private final boolean[] upper;
    private final double[] byCodimension;
    private final double[] byStratum;
    private final int[] codimensions;
    private double mass;

    Strata(Domain domain) {
        this.domain = domain;
        int dimension = domain.dimension();
        lower = new boolean[dimension];
        upper = new boolean[dimension];
        int strata = 1;
        for (int d = 0; d < dimension; d++) {
            lower[d] = domain.side(d).atLower() == Boundary.CLIPPED;
            upper[d] = domain.side(d).atUpper() == Boundary.CLIPPED;
            strata *= dimension <= MOST_AXES ? 3 : 1;
        }
        byCodimension = new double[dimension + 1];
        byStratum = new double[strata];
        codimensions = new int[strata];
        Arrays.setAll(codimensions, Strata::codimension);
    }

    /** Number of axes with a clipped end: the largest codimension of a stratum. */
    static int clippedAxes(Domain domain) {
        return (int) domain.sides().stream()
                .filter(side -> side.atLower() == Boundary.CLIPPED || side.atUpper() == Boundary.CLIPPED)
                .count();
    }

    /** What series call the strata of codimension {@code k} in {@code dimension} dimensions, 1 ≤ k ≤ dimension. */
    static String suffix(int k, int dimension) {
        if (k == 1) {
            return "OnFaces";
        }
        return k == dimension ? "OnCorners" : k == 2 ? "OnEdges" : "OnCodimension" + k;
    }

    void of(Measure measure) {
        mass = 0;
        Arrays.fill(byCodimension, 0);
        Arrays.fill(byStratum, 0);
        measure.forEachBlock(this);
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        boolean single = byStratum.length > 1;
        for (int i = 0; i < n; i++) {
            int codimension = 0;
            int code = 0;
            for (int d = lower.length - 1; d >= 0; d--) {
                Domain.Side side = domain.side(d);
                int end = lower[d] && x[d][i] <= side.lower() ? 1 : upper[d] && x[d][i] >= side.upper() ? 2 : 0;
                code = 3 * code + end;
                codimension += end > 0 ? 1 : 0;
            }
            byCodimension[codimension] += w[i];
            mass += w[i];
            if (single) {
                byStratum[code] += w[i];
            }
        }
    }

    /** Share of the mass on all strata of codimension {@code k}; zero for an empty measure. */
    double share(int k) {
        return mass > 0 ? byCodimension[k] / mass : 0;
    }

    /** The stratum of codimension {@code k} that holds most, as a code for {@link #name}; the first of equals. */
    int fullest(int k) {
        int fullest = -1;
        for (int code = 0; code < byStratum.length; code++) {
            if (codimensions[code] == k && (fullest < 0 || byStratum[code] > byStratum[fullest])) {
                fullest = code;
            }
        }
        return fullest;
    }

    /** Share of the mass on one stratum. */
    double shareOf(int code) {
        return code >= 0 && mass > 0 ? byStratum[code] / mass : 0;
    }

    /** A stratum in words: {@code x0 = -1, x2 = 1}. */
    String name(int code) {
        List<String> parts = new ArrayList<>();
        int rest = code;
        for (int d = 0; d < lower.length; d++) {
            if (rest % 3 > 0) {
                double at =
                        rest % 3 == 1 ? domain.side(d).lower() : domain.side(d).upper();
                parts.add("x" + d + " = " + at);
            }
            rest /= 3;
        }
        return String.join(", ", parts);
    }

    private static int codimension(int code) {
        int count = 0;
        for (int rest = code; rest > 0; rest /= 3) {
            count += rest % 3 > 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * The largest share that an even density has on a single stratum of codimension {@code k} of this discretisation:
     * half cells on a mesh, zero for particles.
     */
    static double evenShare(Measure measure, int k) {
        if (!(measure instanceof CellMeasure cells)) {
            return 0;
        }
        double[] halves = new double[cells.dimension()];
        for (int d = 0; d < halves.length; d++) {
            Axis axis = cells.mesh().axis(d);
            double first = axis.side().atLower() == Boundary.CLIPPED ? axis.cellUpper(0) - axis.cellLower(0) : 0;
            int last = axis.cells() - 1;
            double end = axis.side().atUpper() == Boundary.CLIPPED ? axis.cellUpper(last) - axis.cellLower(last) : 0;
            halves[d] = Math.max(first, end) / axis.side().length();
        }
        Arrays.sort(halves);
        double share = 1;
        for (int i = 0; i < k; i++) {
            share *= halves[halves.length - 1 - i];
        }
        return share;
    }
}
