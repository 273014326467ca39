package org.dualflow.measure;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Exact optimal transport between weighted points in any dimension, for some thousands of them: the cheapest way
 * to carry one measure into the other at cost |x - y|^p, by a network simplex method, with a certificate of optimality.
 *
 * <p>Weights are rounded to 2⁻⁵⁰ of the mass (equal weights not at all). Memory O(n + m) for p = 1 and 2, otherwise n m
 * costs are kept. On a line, {@link Wasserstein} is exact too and takes no time. Immutable.
 */
public final class OptimalTransport {

    private static final long UNITS = 1L << 50;

    private final double p;

    private OptimalTransport(double p) {
        this.p = p;
    }

    /** Transport at cost |x - y|^p, 1 ≤ p &lt; ∞. */
    public static OptimalTransport of(double p) {
        if (!(p >= 1 && p < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("p = " + p + ": 1 up to, not including, infinity is allowed");
        }
        return new OptimalTransport(p);
    }

    /**
     * A cheapest plan and the proof that it is one.
     *
     * @param distance W_p, the p-th root of {@code primal}
     * @param primal cost of the plan
     * @param dual value of dual variables that are feasible to the last bit of their computation; no plan is cheaper
     * @param from source of each arc of the plan, index into the points of the first measure
     * @param to sink of each arc, likewise of the second measure
     * @param mass carried along each arc
     * @param pivots steps of the simplex method
     */
    public record Plan(double distance, double primal, double dual, int[] from, int[] to, double[] mass, long pivots) {

        /** {@code primal - dual}: how far, at most, the plan is from the optimum. */
        public double gap() {
            return primal - dual;
        }
    }

    /**
     * Solves the transport problem.
     *
     * @throws IllegalArgumentException if dimensions or masses differ, a measure has no mass, a coordinate is not finite, a
     *     weight negative or not finite
     */
    public Plan between(Measure a, Measure b) {
        if (a.dimension() != b.dimension()) {
            throw new IllegalArgumentException(
                    "dimensions = " + a.dimension() + ", " + b.dimension() + ": equal ones are allowed");
        }
        Points source = Points.of(a);
        Points sink = Points.of(b);
        Wasserstein.requireEqualMass(source.mass(), sink.mass());
        int n = source.size();
        int m = sink.size();
        long[] supply = new long[n];
        long[] demand = new long[m];
        double unit;
        if (source.isEqual() && sink.isEqual()) {
            Arrays.fill(supply, m);
            Arrays.fill(demand, n);
            unit = source.mass() / n / m;
        } else {
            round(source, supply);
            round(sink, demand);
            unit = source.mass() / UNITS;
        }
        TransportCost cost = new TransportCost(source.x(), sink.x(), p);
        TransportSimplex simplex = new TransportSimplex(supply, demand, cost, dearest(source.x(), sink.x()));
        simplex.solve();
        Plan plan = plan(simplex, cost, supply, demand, unit);
        relabel(plan.from, source.index());
        relabel(plan.to, sink.index());
        return plan;
    }

    private static void relabel(int[] points, int[] index) {
        for (int k = 0; k < points.length; k++) {
            points[k] = index[points[k]];
        }
    }

    /** Whole numbers of sum 2⁵⁰, each at least 1; the largest takes the rounding errors of all. */
    private static void round(Points points, long[] units) {
        long rest = UNITS;
        int largest = 0;
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(1, Math.round(points.w()[i] / points.mass() * UNITS));
            rest -= units[i];
            largest = units[i] > units[largest] ? i : largest;
        }
        units[largest] += rest;
    }

    /** A bound of all costs: that of the diagonal of the common bounding box. */
    private double dearest(double[][] x, double[][] y) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            double lower = Math.min(
                    Arrays.stream(x[d]).min().orElseThrow(),
                    Arrays.stream(y[d]).min().orElseThrow());
            double upper = Math.max(
                    Arrays.stream(x[d]).max().orElseThrow(),
                    Arrays.stream(y[d]).max().orElseThrow());
            sum += (upper - lower) * (upper - lower);
        }
        return sum == 0 ? 1 : FastMath.pow(sum, 0.5 * p);
    }

    private Plan plan(TransportSimplex simplex, TransportCost cost, long[] supply, long[] demand, double unit) {
        int m = demand.length;
        int arcs = 0;
        int[] from = new int[supply.length + m];
        int[] to = new int[supply.length + m];
        double[] mass = new double[supply.length + m];
        CompensatedSum primal = new CompensatedSum();
        for (int node = 0; node < supply.length + m; node++) {
            long flow = simplex.flow(node);
            int partner = simplex.partner(node);
            if (flow > 0 && partner >= 0) {
                from[arcs] = node < m ? partner : node - m;
                to[arcs] = node < m ? node : partner;
                mass[arcs] = flow * unit;
                primal.add(mass[arcs] * cost.of(from[arcs], to[arcs]));
                arcs++;
            } else if (flow > 0) {
                throw new IllegalStateException("mass " + flow * unit + " of node " + node + " is not carried");
            }
        }
        double value = primal.value();
        return new Plan(
                FastMath.pow(value, 1 / p),
                value,
                dual(simplex.potentials(), cost, supply, demand, unit),
                Arrays.copyOf(from, arcs),
                Arrays.copyOf(to, arcs),
                Arrays.copyOf(mass, arcs),
                simplex.pivots());
    }

    /** Σ demand v + Σ supply min_j (cost - v_j): feasible whatever v is. */
    private static double dual(double[] potentials, TransportCost cost, long[] supply, long[] demand, double unit) {
        int m = demand.length;
        CompensatedSum dual = new CompensatedSum();
        for (int j = 0; j < m; j++) {
            dual.add(-(demand[j] * unit) * potentials[j]);
        }
        double[] row = new double[m];
        for (int i = 0; i < supply.length; i++) {
            cost.row(i, potentials, row, m);
            dual.add(supply[i] * unit * Arrays.stream(row).min().orElseThrow());
        }
        return dual.value();
    }
}
