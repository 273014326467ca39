package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CircularWasserstein;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.particle.Starts;
import org.hipparchus.util.FastMath;

/** Distances whose values are known by heart, and random numbers that must not come twice. */
final class MeasureClaims {

    /** Values below 4, each computed with some ten roundings. */
    private static final double ROUNDING = 1e-14;

    private static final int PARTICLES = 10_000;
    private static final long SEED = 20260102;

    private MeasureClaims() {}

    static List<Claim> all() {
        return List.of(distances(), divergences(), starts());
    }

    private static Claim claim(
            String id, String title, String statement, String expected, String why, Supplier<List<Bound>> bounds) {
        return new BoundClaim(
                id,
                title,
                statement,
                expected,
                why,
                Claim.Suite.FAST,
                progress -> ClaimResult.of(List.of(), bounds.get()));
    }

    private static Claim distances() {
        return claim(
                "wasserstein-known-distances",
                "Wasserstein distances of atoms and slabs",
                "W₁, W₂ and W_∞ of atoms of equal and of other masses and of slabs, in the plane and on the circle",
                "the exact values up to 1e-14",
                "The sorted coupling, written out: {0, 1, 3, 4, 6} and {½, 3/2, 2, 6, 6} move by ½, ½, 1, 2 and 0; (δ₀ + 3δ₁)/4 and (δ₀ + δ₂)/2"
                        + " a quarter and a half of the mass by 1; U[0,1] and U[0,2] by s at level s; U[0,1] and δ_{1/2} by"
                        + " |s - ½|; a translation by (0.3, 0.4) moves all by ½; across the seam of a circle of length 1,"
                        + " 0.05 and 0.95 are 0.1 apart.",
                MeasureClaims::distanceBounds);
    }

    private static List<Bound> distanceBounds() {
        QuantileFunction five = QuantileFunction.ofSample(0, 1, 3, 4, 6);
        QuantileFunction other = QuantileFunction.ofSample(2, 6, 0.5, 6, 1.5);
        QuantileFunction light = atoms(new double[] {0, 1}, 0.25, 0.75);
        QuantileFunction even = atoms(new double[] {2, 0}, 0.5, 0.5);
        QuantileFunction one = QuantileFunction.ofLaw(new UniformLaw(0, 1), 1);
        QuantileFunction two = QuantileFunction.ofLaw(new UniformLaw(0, 2), 3);
        QuantileFunction middle = QuantileFunction.ofSample(0.5);
        double[][] cloud = {{0.1, 0.7, -0.4, 0.2, 0.9}, {0.3, -0.8, 0.6, 0.5, 0.1}};
        double[][] moved = {shifted(cloud[0], 0.3), shifted(cloud[1], 0.4)};
        double[] w = {0.1, 0.3, 0.2, 0.25, 0.15};
        ParticleMeasure here = new ParticleMeasure(cloud, w);
        ParticleMeasure there = new ParticleMeasure(moved, w);
        return List.of(
                near("W₁, equal atoms", Wasserstein.W1.between(five, other), 0.8),
                near("W₂, equal atoms", Wasserstein.W2.between(five, other), FastMath.sqrt(1.1)),
                near("W_∞, equal atoms", Wasserstein.W_INFINITY.between(five, other), 2),
                near("W₁, atoms", Wasserstein.W1.between(light, even), 0.75),
                near("W₂, atoms", Wasserstein.W2.between(light, even), FastMath.sqrt(0.75)),
                near("W₁, slabs", Wasserstein.W1.between(one, two), 0.5),
                near("W₂, slabs", Wasserstein.W2.between(one, two), FastMath.sqrt(1.0 / 3)),
                near("W₁, slab and atom", Wasserstein.W1.between(one, middle), 0.25),
                near("W₂, slab and atom", Wasserstein.W2.between(one, middle), FastMath.sqrt(1.0 / 12)),
                near("W₁ in the plane", Wasserstein.W1.between(here, there), 0.5),
                near("W₂ in the plane", Wasserstein.W2.between(here, there), 0.5),
                near(
                        "W₁ on the circle",
                        new CircularWasserstein(0, 1)
                                .between(QuantileFunction.ofSample(0.05), QuantileFunction.ofSample(0.95)),
                        0.1));
    }

    private static Bound near(String name, double value, double expected) {
        return Bound.near(name, value, expected, ROUNDING);
    }

    private static QuantileFunction atoms(double[] x, double... w) {
        return QuantileFunction.ofAtoms(new ParticleMeasure(new double[][] {x}, w));
    }

    private static double[] shifted(double[] x, double by) {
        return Arrays.stream(x).map(v -> v + by).toArray();
    }

    private static Claim divergences() {
        return claim(
                "divergences-known-values",
                "divergences of masses on a few cells",
                "total variation, Kullback-Leibler and Jensen-Shannon divergences of two probabilities on three cells",
                "the exact values up to 1e-14",
                "(½, ½, 0) and (¼, ½, ¼): TV = ¼, KL = ½ log 2 the other way infinite; JSD by its definition from three"
                        + " logarithms; of disjoint probabilities log 2.",
                () -> {
                    CellMeasure p = cells(0.5, 0.5, 0);
                    CellMeasure q = cells(0.25, 0.5, 0.25);
                    double log2 = FastMath.log(2);
                    double mixed = 0.5 * (0.5 * FastMath.log(4.0 / 3) + 0.25 * FastMath.log(2.0 / 3) + 0.25 * log2);
                    return List.of(
                            near("TV", Divergences.totalVariation(p, q), 0.25),
                            near("KL", Divergences.kullbackLeibler(p, q), 0.5 * log2),
                            near("JSD", Divergences.jensenShannon(p, q), mixed),
                            near("JSD, disjoint", Divergences.jensenShannon(cells(1, 0, 0), cells(0, 0.3, 0.7)), log2));
                });
    }

    private static CellMeasure cells(double... masses) {
        return new CellMeasure(Mesh.line(0, 1, masses.length), new double[][] {masses});
    }

    private static Claim starts() {
        return claim(
                "random-starts-never-repeat",
                "independent starts of two species, seed " + SEED,
                "how many of 2·" + PARTICLES + " numbers, drawn for two species of one law, occur more than once",
                "0",
                "Numbers of 53 bits: the probability of any coincidence among n of them is below n²/2⁵⁴ = 3e-8. A stream used"
                        + " twice, for two blocks or two species, gives thousands.",
                () -> {
                    UniformLaw law = new UniformLaw(0, 1);
                    Initial both = new Initial(List.of(law, law), List.of());
                    double[] all = Starts.random(both, PARTICLES, SEED).stream()
                            .flatMapToDouble(cloud -> Arrays.stream(cloud.x(0)))
                            .toArray();
                    double repeated = all.length - Arrays.stream(all).distinct().count();
                    return List.of(Bound.atMost("repeated", repeated, 0));
                });
    }
}
