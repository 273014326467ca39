package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.Interaction;
import org.dualflow.field.Interaction.Summation;
import org.dualflow.field.Kernels;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;

/** The field of an interaction, summed fast, against the sum as it is written. */
final class InteractionClaims {

    private static final double STRENGTH = 0.7;
    private static final double WIDTH = 0.5;
    private static final long SEED = 20260103;

    private InteractionClaims() {}

    static List<Claim> all() {
        return List.of(plane(), line());
    }

    /** A point and the gradient of W there. */
    @FunctionalInterface
    private interface Gradient {
        double[] at(double... z);
    }

    private static Claim plane() {
        return new BoundClaim(
                "interaction-plane-sums",
                "Gaussian interaction on 12 x 9 cells: all pairs, and Fourier transforms, at points and at faces",
                "largest difference of a component of the field from -Σ w ∇W(x - y) written out",
                "at most 1e-12",
                "|∇W| ≤ e^{-1/2} A/ℓ < 1 and the masses add up to one: all pairs err by 108 ε. A transform of n = 32² points"
                        + " errs by about ε log₂ n times the Euclidean norms of masses (≤ 1) and kernel (≤ √432): 5e-14.",
                Claim.Suite.FAST,
                progress -> {
                    Domain box = new Domain(List.of(
                            new Domain.Side(-1, 1, Boundary.NO_FLUX, Boundary.NO_FLUX),
                            new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.NO_FLUX)));
                    Mesh mesh = Mesh.uniform(box, 12, 9);
                    CellMeasure cells = randomCells(mesh);
                    double[][] points =
                            tensor(mesh.axis(0).points(), mesh.axis(1).points());
                    double[][] faces = tensor(mesh.axis(0).faces(), mesh.axis(1).points());
                    List<Bound> bounds = new ArrayList<>();
                    for (Summation summation : List.of(Summation.DIRECT, Summation.LATTICE)) {
                        Interaction sum = new Interaction(Kernels.gaussian(STRENGTH, WIDTH), box, summation);
                        sum.freeze(cells);
                        for (int d = 0; d < 2; d++) {
                            String name = summation + ", component " + d;
                            bounds.add(bound(name + ", points", sum, d, points, points, weights(cells)));
                            bounds.add(bound(name + ", faces", sum, d, faces, points, weights(cells)));
                        }
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }

    private static Bound bound(String name, Interaction sum, int d, double[][] at, double[][] from, double[] w) {
        Gradient gradient = z -> {
            double factor =
                    STRENGTH / (WIDTH * WIDTH) * FastMath.exp(-0.5 * (z[0] * z[0] + z[1] * z[1]) / (WIDTH * WIDTH));
            return new double[] {factor * z[0], factor * z[1]};
        };
        return Bound.atMost(name, difference(sum, d, at, from, w, gradient), 1e-12);
    }

    private static Claim line() {
        return new BoundClaim(
                "interaction-line-sums",
                "W = |x| + x²/2 + |x|³/4 + x⁴/8 on 60 points of a line, some of them equal: sorted moments",
                "largest difference of the field from -Σ w W'(x - y), W'(0) = 0, written out, at the points and between them",
                "at most 1e-13",
                "Prefix sums of moments of points in [-1, 1], masses that add up to one, |W'| ≤ 1 + 2 + 3 + 4 at most: 60 ε"
                        + " times the binomial terms, whose moduli add up to less than 8 each.",
                Claim.Suite.FAST,
                progress -> {
                    int n = 60;
                    SplittableRandom random = new SplittableRandom(SEED);
                    double[] x = new double[n];
                    double[] w = new double[n];
                    double[] between = new double[n];
                    for (int i = 0; i < n; i++) {
                        x[i] = i % 7 == 3 ? x[i - 1] : random.nextDouble(-1, 1);
                        between[i] = random.nextDouble(-1, 1);
                        w[i] = (1 + i % 4) / 150.0;
                    }
                    Gradient gradient = z -> {
                        double r = FastMath.abs(z[0]);
                        return new double[] {Math.signum(z[0]) * (1 + r + 0.75 * r * r + 0.5 * r * r * r)};
                    };
                    Interaction sum = new Interaction(
                            Kernels.polynomial(1, 0.5, 0.25, 0.125),
                            Domain.line(-1, 1, Boundary.NO_FLUX),
                            Summation.MOMENTS);
                    double[][] from = {x};
                    sum.freeze(new ParticleMeasure(from, w));
                    return ClaimResult.of(
                            Bound.atMost("at the points", difference(sum, 0, from, from, w, gradient), 1e-13),
                            Bound.atMost(
                                    "between them",
                                    difference(sum, 0, new double[][] {between}, from, w, gradient),
                                    1e-13));
                });
    }

    private static double difference(
            Interaction sum, int component, double[][] at, double[][] from, double[] w, Gradient gradient) {
        double[] field = new double[at[0].length];
        sum.fill(component, at, field.length, field);
        double largest = 0;
        for (int i = 0; i < field.length; i++) {
            double exact = 0;
            for (int j = 0; j < w.length; j++) {
                double[] z = new double[at.length];
                for (int d = 0; d < z.length; d++) {
                    z[d] = at[d][i] - from[d][j];
                }
                exact -= w[j] * gradient.at(z)[component];
            }
            largest = Math.max(largest, FastMath.abs(field[i] - exact));
        }
        return largest;
    }

    private static CellMeasure randomCells(Mesh mesh) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] rows = mesh.newRows();
        double total = 0;
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble();
                total += row[i];
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= total;
            }
        }
        return new CellMeasure(mesh, rows);
    }

    private static double[] weights(CellMeasure cells) {
        double[] w = new double[cells.size()];
        int at = 0;
        for (double[] row : cells.rows()) {
            System.arraycopy(row, 0, w, at, row.length);
            at += row.length;
        }
        return w;
    }

    private static double[][] tensor(double[] x, double[] y) {
        double[][] points = new double[2][x.length * y.length];
        for (int j = 0; j < y.length; j++) {
            for (int i = 0; i < x.length; i++) {
                points[0][j * x.length + i] = x[i];
                points[1][j * x.length + i] = y[j];
            }
        }
        return points;
    }
}
