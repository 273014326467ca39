package org.dualflow.measure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.dualflow.mesh.Axis;

/**
 * The quantile function of a measure on the line, piecewise linear: pieces of positive mass, each from its left to its
 * right end, in increasing order. A piece of length zero is an atom, any other one a slab of constant density.
 *
 * <p>Piece {@code k} covers the levels from {@code level(k)} to {@code level(k+1)}; {@code level(0) = 0}, and
 * {@code level(pieces())} is the mass. Immutable.
 */
public final class QuantileFunction {

    /** Sum of masses, n + 1 of them; empty if all n pieces have one mass. */
    private final double[] levels;

    private final double[] left;
    private final double[] right;
    private final double mass;

    private QuantileFunction(double[] levels, double[] left, double[] right, double mass) {
        this.levels = levels;
        this.left = left;
        this.right = right;
        this.mass = mass;
    }

    /**
     * The measure read as atoms at its points. Points of weight zero are left out.
     *
     * @throws IllegalArgumentException if the measure is not on a line, has a coordinate that is not finite, a weight that
     *     is negative or not finite, or no mass
     */
    public static QuantileFunction ofAtoms(Measure measure) {
        if (measure.dimension() != 1) {
            throw new IllegalArgumentException("dimension = " + measure.dimension() + ": 1 is allowed");
        }
        double[] x = new double[measure.size()];
        double[] w = new double[measure.size()];
        int[] size = {0};
        measure.forEachBlock((points, weights, n) -> {
            System.arraycopy(points[0], 0, x, size[0], n);
            System.arraycopy(weights, 0, w, size[0], n);
            size[0] += n;
        });
        return ofOwned(x, w);
    }

    /** The empirical measure of a sample: mass 1/n at each of its n numbers. */
    public static QuantileFunction ofSample(double... sample) {
        double[] w = new double[sample.length];
        Arrays.fill(w, 1.0 / Math.max(1, sample.length));
        return ofOwned(sample.clone(), w);
    }

    private static QuantileFunction ofOwned(double[] x, double[] w) {
        int n = 0;
        boolean equal = true;
        for (int i = 0; i < x.length; i++) {
            if (!(w[i] >= 0 && w[i] < Double.POSITIVE_INFINITY) || !(Math.abs(x[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("point " + i + " = " + x[i] + " of weight " + w[i]
                        + ": finite numbers with nonnegative weights are allowed");
            }
            if (w[i] > 0) {
                x[n] = x[i];
                w[n++] = w[i];
                equal &= w[i] == w[0];
            }
        }
        double[] keys = n == x.length ? x : Arrays.copyOf(x, n);
        if (equal && n > 0) {
            RadixSort.sort(keys);
            return new QuantileFunction(new double[0], keys, keys, requireMass(n * w[0]));
        }
        double[] masses = Arrays.copyOf(w, n);
        RadixSort.sort(keys, masses);
        double[] levels = cumulate(masses);
        return new QuantileFunction(levels, keys, keys, requireMass(levels[n]));
    }

    /** Every cell read as a slab: constant density on the part of the cell that lies inside the domain. */
    public static QuantileFunction ofSlabs(CellMeasure cells) {
        return ofSlabs(cells, i -> false);
    }

    /**
     * Every cell read as a slab, but those that hold an atom (a cell on a sink of the field, one on a clipped end) as an
     * atom at the cell's point.
     *
     * @param cells a measure on a line
     * @param isAtom which cells are atoms
     */
    public static QuantileFunction ofSlabs(CellMeasure cells, IntPredicate isAtom) {
        if (cells.dimension() != 1) {
            throw new IllegalArgumentException("dimension = " + cells.dimension() + ": 1 is allowed");
        }
        Axis axis = cells.mesh().axis(0);
        double[] row = cells.rows()[0];
        double[] left = new double[row.length];
        double[] right = new double[row.length];
        double[] masses = new double[row.length];
        int n = 0;
        for (int i = 0; i < row.length; i++) {
            if (!(row[i] >= 0 && row[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "mass of cell " + i + " = " + row[i] + ": nonnegative finite numbers are allowed");
            }
            if (row[i] > 0) {
                boolean atom = isAtom.test(i);
                left[n] = atom ? axis.point(i) : axis.cellLower(i);
                right[n] = atom ? axis.point(i) : axis.cellUpper(i);
                masses[n++] = row[i];
            }
        }
        double[] levels = cumulate(Arrays.copyOf(masses, n));
        return new QuantileFunction(levels, Arrays.copyOf(left, n), Arrays.copyOf(right, n), requireMass(levels[n]));
    }

    /**
     * A law cut into about {@code pieces} pieces of equal mass, the two outer ones again and again in halves, so that tails
     * of any length are followed; between the ends of a piece the quantile function is interpolated linearly. Atoms
     * are kept exactly. The error in W_p is at most (Σ mass · length^p)^(1/p) over the pieces, and a quarter of it
     * or less, with two more orders, where the density is smooth.
     */
    public static QuantileFunction ofLaw(LineLaw law, int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces = " + pieces + ": at least 1 is allowed");
        }
        return LawPieces.of(law, pieces);
    }

    /** Pieces given by their levels (n + 1 of them, from 0, increasing) and ends; the arrays are taken over. */
    static QuantileFunction ofPieces(double[] levels, double[] left, double[] right) {
        return new QuantileFunction(levels, left, right, levels[left.length]);
    }

    private static double[] cumulate(double[] masses) {
        double[] levels = new double[masses.length + 1];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < masses.length; i++) {
            sum.add(masses[i]);
            levels[i + 1] = Math.max(levels[i], sum.value());
        }
        return levels;
    }

    private static double requireMass(double mass) {
        if (!(mass > 0 && mass < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mass = " + mass + ": a positive finite mass is allowed");
        }
        return mass;
    }

    /** Number of pieces. */
    public int pieces() {
        return left.length;
    }

    /** The mass of the measure. */
    public double mass() {
        return mass;
    }

    /** The mass below piece {@code k}, 0 ≤ k ≤ pieces. */
    public double level(int k) {
        return levels.length == 0 ? mass * k / left.length : levels[k];
    }

    /** Left end of piece {@code k}. */
    public double left(int k) {
        return left[k];
    }

    /** Right end of piece {@code k}; equal to the left one for an atom. */
    public double right(int k) {
        return right[k];
    }

    /** Whether the measure is a sum of atoms of one mass: pieces are then compared without their levels. */
    boolean isEqualAtoms() {
        return levels.length == 0;
    }

    /** The ends of the pieces, not a copy; for the loops of this package. */
    double[] lefts() {
        return left;
    }

    /** The smallest x with F(x) ≥ {@code level}, for 0 &lt; level ≤ mass. */
    public double value(double level) {
        int first = 0;
        int end = pieces() - 1;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (level(middle + 1) >= level) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return value(first, level);
    }

    /** The value at {@code level} within piece {@code k}. */
    double value(int k, double level) {
        double from = level(k);
        double share = Math.min(1, Math.max(0, (level - from) / (level(k + 1) - from)));
        return left[k] == right[k] ? left[k] : (1 - share) * left[k] + share * right[k];
    }

    /** F(x): the mass at and below {@code x}. */
    public double cdf(double x) {
        int k = firstPieceEnding(x, true);
        return k == pieces() ? mass : left[k] > x ? level(k) : inside(k, x);
    }

    /** The mass strictly below {@code x}. */
    public double cdfBelow(double x) {
        int k = firstPieceEnding(x, false);
        return k == pieces() ? mass : left[k] >= x ? level(k) : inside(k, x);
    }

    private double inside(int k, double x) {
        double from = level(k);
        return from + (level(k + 1) - from) * ((x - left[k]) / (right[k] - left[k]));
    }

    /** The first piece whose right end is above {@code x} (strictly) or not below it. */
    private int firstPieceEnding(double x, boolean strictly) {
        int first = 0;
        int end = pieces();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (right[middle] > x || !strictly && right[middle] == x) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }
}
