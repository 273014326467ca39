package org.dualflow.gan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dualflow.field.Waves;
import org.dualflow.measure.Law;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Expansion;
import org.dualflow.model.Initial;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * The effective dynamics of Durr, Mroueh, Tu and Wang, <em>Effective Dynamics of Generative Adversarial Networks</em>, Phys. Rev. X
 * 13, 041004 (2023), arXiv 2212.04580: generated points that climb a discriminator D, which is itself a field with a tangent
 * kernel K,
 *
 * <pre>
 *   ∂t p + div( p [G₁ ∇D + G₂ ∫ ∇D dp] ) = 0,
 *   ∂t D = η [ K * (data - p) + λ K * div(π ∇D) ],      π = data (R1), p (R2) or their mean.
 * </pre>
 *
 * <p>N points of weight 1/N are their system of N generated points exactly, with the {@link Mobility} of N points; a law is its
 * limit. D = Σ_j [a_j cos(k_j·x) + b_j sin(k_j·x)] in the {@link Waves} of K, whose coefficients are the {@link Expansion} {@code
 * discriminator} of this model: with w_j the weight of a wave and φ_j any of its two features
 *
 * <pre>  c_j' = η w_j [ ∫ φ_j d(data - p) - λ ∫ ∇φ_j · ∇D dπ ].</pre>
 *
 * On a uniform periodic mesh the sums are Fourier transforms, at particles sums over points and waves; random waves need no
 * box and serve particles in any dimension.
 *
 * <p><b>Energy.</b> With F = ∫ D d(data - p) - (λ/2) ∫ |∇D|² dπ the discriminator is the gradient ascent c_j' = η w_j ∂F/∂c_j, and
 * points climb, so that for λ = 0
 *
 * <pre>  dF/dt = Σ_j c_j'²/(η w_j) - G₁ ∫ |∇D|² dp - G₂ |∫ ∇D dp|².</pre>
 *
 * <p><b>Steps.</b> Let κ be the largest eigenvalue of Σ w k kᵀ. The penalty's operator c ↦ -η λ W A c, A_ij = ∫ ∇φ_i·∇φ_j dπ, is
 * that of f ↦ ∫ Σ_j w_j k_j k_jᵀ cos(k_j·(x - y)) f(y) dπ(y) on L²(π), up to -ηλ, and for it ⟨f, Tf⟩ = Σ w_j |∫ k_j·f e^{ik_j·x} dπ|² ≤
 * Σ w_j ∫ |k_j·f|² dπ ≤ κ ‖f‖²: however many waves there are, its rates are at most ηλκ, and explicit methods are the right ones. They are
 * not for a Laplace kernel, whose κ grows with the number of waves, but even there κ is known. The other blocks of
 * the Jacobian, with coefficients measured in √(ηw) and points in √(G₁+G₂), are at most √(ηκ(G₁+G₂)) between points and discriminator
 * and (G₁+G₂) Σ_j |k_j|² √(a_j²+b_j²) from points to points (the penalty's dependence on moving points, of the order of ∇D, is left
 * out). Their sum is {@link Coupling#fastestRate}: steps are at most its inverse.
 *
 * <p>Observables: {@code generatedMean}, {@code generatedSpread} per axis, {@code discriminatorSlope} (∫|∇D|² dp)^{1/2},
 * {@code generatedAtEnds} the mass within a sixteenth of a side of an end of the box, {@code energy} F, {@code targetDistance} (W₁; sliced in more dimensions), {@code pairDistance} ∬ |x - y| dp dp, beyond three dimensions {@code pairCosine}
 * ({@link org.dualflow.measure.PairCosine}), with
 * {@link Modes} their shares, {@code modeCoverage} and {@code modeDivergence}; the last ones, from targetDistance on, also as means over the second half of
 * a run. Coordinates are those of the box, not of the circle: mass at its ends says that the box is too small.
 *
 * <p>Immutable.
 */
public final class KernelGan implements TransportModel {

    private final ParticleMeasure target;
    private final Waves waves;
    private final Domain domain;
    private final Mobility mobility;
    private final double discriminatorRate;
    private final double penalty;
    private final Regulariser regulariser;
    private final Optional<Modes> modes;
    private final double curvature;

    private KernelGan(
            ParticleMeasure target,
            Waves waves,
            Domain domain,
            Mobility mobility,
            double discriminatorRate,
            double penalty,
            Regulariser regulariser,
            Optional<Modes> modes) {
        this.target = target;
        this.waves = waves;
        this.domain = domain;
        this.mobility = mobility;
        this.discriminatorRate = discriminatorRate;
        this.penalty = penalty;
        this.regulariser = regulariser;
        this.modes = modes;
        this.curvature = waves.curvature();
    }

    /**
     * G₁ = 1, G₂ = 0, η = 1, no penalty.
     *
     * @param domain where generated points live
     * @param data inside it, finite, weights of sum 1, copied
     * @param waves of the kernel, on this box or random, of the dimension of the box
     * @throws IllegalArgumentException if they do not fit
     */
    public static KernelGan of(Domain domain, Measure data, Waves waves) {
        if (waves.dimension() != domain.dimension() || !waves.fits(domain)) {
            throw new IllegalArgumentException(
                    "waves in " + waves.dimension() + " dimensions: waves of the same box, or random ones in "
                            + domain.dimension() + " dimensions, are allowed");
        }
        if (data.dimension() != domain.dimension()) {
            throw new IllegalArgumentException(
                    "target dimension = " + data.dimension() + ": " + domain.dimension() + " is allowed");
        }
        ParticleMeasure target = NodeRule.accept("target", data);
        for (int d = 0; d < target.dimension(); d++) {
            Domain.Side side = domain.side(d);
            for (double x : target.x(d)) {
                if (x < side.lower() || x > side.upper()) {
                    throw new IllegalArgumentException("target: a point at " + x + " along axis " + (d + 1)
                            + ": points in [" + side.lower() + ", " + side.upper() + "] are allowed");
                }
            }
        }
        return new KernelGan(target, waves, domain, new Mobility(1, 0), 1, 0, Regulariser.R1, Optional.empty());
    }

    /** The same model with other mobilities. */
    public KernelGan withMobility(Mobility other) {
        return new KernelGan(target, waves, domain, other, discriminatorRate, penalty, regulariser, modes);
    }

    /**
     * The same model with another rate of the discriminator.
     *
     * @param rate η, positive and finite
     */
    public KernelGan withDiscriminatorRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("discriminatorRate = " + rate + ": a positive finite number is allowed");
        }
        return new KernelGan(target, waves, domain, mobility, rate, penalty, regulariser, modes);
    }

    /**
     * The same model with another penalty.
     *
     * @param kind the law π
     * @param lambda λ, at least 0 and finite
     */
    public KernelGan withPenalty(Regulariser kind, double lambda) {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("penalty = " + lambda + ": a finite number, at least 0, is allowed");
        }
        return new KernelGan(target, waves, domain, mobility, discriminatorRate, lambda, kind, modes);
    }

    /**
     * The same model that also says how well modes of the data are covered.
     *
     * @throws IllegalArgumentException if the centres have another dimension than the data
     */
    public KernelGan withModes(Modes centres) {
        if (centres.dimension() != domain.dimension()) {
            throw new IllegalArgumentException(
                    "modes dimension = " + centres.dimension() + ": " + domain.dimension() + " is allowed");
        }
        return new KernelGan(
                target, waves, domain, mobility, discriminatorRate, penalty, regulariser, Optional.of(centres));
    }

    /** A generated law and D = 0. */
    public Initial initial(Law generated) {
        if (generated.dimension() != domain.dimension()) {
            throw new IllegalArgumentException(
                    "generated dimension = " + generated.dimension() + ": " + domain.dimension() + " is allowed");
        }
        List<Double> zeros = Collections.nCopies(2 * waves.size(), 0.0);
        return new Initial(List.of(generated), new ArrayList<>(zeros));
    }

    /**
     * Looks whether points are nearer to each other, and to the data, directly than around the periodic box: together they must
     * not reach over more than half of it along any axis. A law on a circle need not obey.
     *
     * @throws IllegalArgumentException if they do; the message says how long the box must be
     */
    public void requireRoom(Measure generated) {
        for (int d = 0; d < domain.dimension(); d++) {
            if (!domain.side(d).isPeriodic()) {
                continue;
            }
            double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            int axis = d;
            Measure.BlockVisitor widen = (x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    if (w[i] > 0) {
                        range[0] = Math.min(range[0], x[axis][i]);
                        range[1] = Math.max(range[1], x[axis][i]);
                    }
                }
            };
            target.forEachBlock(widen);
            generated.forEachBlock(widen);
            double length = domain.side(d).length();
            if (range[1] - range[0] > 0.5 * length) {
                throw new IllegalArgumentException("box = [" + domain.side(d).lower() + ", "
                        + domain.side(d).upper() + "] along axis " + (d + 1) + ": the support of data and start reaches"
                        + " from " + range[0] + " to " + range[1] + ": a box at least twice as long, "
                        + 2 * (range[1] - range[0]) + ", is allowed");
            }
        }
    }

    /** The data, not a copy. */
    public ParticleMeasure target() {
        return target;
    }

    /** The waves of K. */
    public Waves waves() {
        return waves;
    }

    /** Where generated points live. */
    public Domain domain() {
        return domain;
    }

    /** G₁ and G₂. */
    public Mobility mobility() {
        return mobility;
    }

    /** η. */
    public double discriminatorRate() {
        return discriminatorRate;
    }

    /** λ. */
    public double penalty() {
        return penalty;
    }

    /** π. */
    public Regulariser regulariser() {
        return regulariser;
    }

    /** Modes of the data whose coverage is observed. */
    public Optional<Modes> modes() {
        return modes;
    }

    /** κ of the waves. */
    public double curvature() {
        return curvature;
    }

    /** ηλκ, the fastest rate of the penalty. */
    double relaxationRate() {
        return discriminatorRate * penalty * curvature;
    }

    /** √(ηκ(G₁+G₂)), the fastest oscillation about the data. */
    double frequency() {
        return Math.sqrt(discriminatorRate * curvature * mobility.mean());
    }

    /** F. */
    public double energy(State state) {
        return KernelGanOutputs.energy(this, state);
    }

    @Override
    public String name() {
        return "kernel-gan";
    }

    @Override
    public List<Species> species() {
        return List.of(new Species("generated", domain));
    }

    @Override
    public List<Expansion> expansions() {
        return List.of(new Expansion("discriminator", 2 * waves.size()));
    }

    @Override
    public List<Observable> observables() {
        return KernelGanOutputs.observables(this);
    }

    @Override
    public void require(int s, Mesh mesh) {
        waves.require(mesh);
    }

    @Override
    public Coupling couple() {
        return new KernelGanCoupling(this);
    }
}
