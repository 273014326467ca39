package org.dualflow.gan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dualflow.field.Activation;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Measure;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * The clipped Wasserstein GAN of Delgadino, Suassuna and Cabrera, <em>Generative Adversarial Networks: Dynamics</em>, JMLR 26
 * (2025), arXiv 2405.18673: laws of neurons of two networks, one for each player.
 *
 * <p>Data x in R^d with law P, latent z in R^l with law N. Generator neurons θ = (α, β, c) in R^d × R^l × R have law μ and
 * make G(z) = ∫ α s(β · z + c) dμ; critic neurons ω = (a, b, c) in R × R^d × R have law ν and make D(x) = ∫ a s(b · x + c) dν.
 * With E = ∫ D(G) dN - ∫ D dP the generator descends, and the critic, γ times faster, ascends inside its box:
 *
 * <pre>  θ' = -∇θ Σ_k n_k p_k · α s(β · z_k + c),                                   p_k = ∇D(G(z_k)),
 *  ω' = γ Π ∇ω ( Σ_k n_k a s(b · G(z_k) + c) - Σ_j p_j a s(b · x_j + c) ),</pre>
 *
 * Π the projection on the tangent cone of Q = [-r, r]^(d+2). Integrals over N and P are sums over fixed weighted nodes z_k,
 * x_j, the same for grids and particles.
 *
 * <p><b>Boxes.</b> The critic's ends are clipped: that is the model. The generator's parameters are free in the model; here
 * they live in [-R, R]^(d+l+1) between walls without flux, a truncation that means nothing as long as no mass is near a wall,
 * see {@code generatorAtWall}.
 *
 * <p>Species {@code generator} and {@code critic}; on grids d = l = 1. Observables: {@code energy} E; {@code generatorAtWall},
 * the mass of generator neurons with a coordinate beyond {@value #NEAR_WALL} R; the generated law's mean {@code generatedMean},
 * standard deviation {@code generatedSpread} (both numbered from 1 if d > 1) and W₁ distance to the data {@code generatedDistance}
 * (sliced, over 32 directions, if d > 1); {@code criticSlope}, the mean of ∂D over the generated law, which pulls it (numbered
 * likewise); with {@linkplain #withModes modes} {@code mode1Share …}, {@code modeCoverage} and {@code modeDivergence}.
 *
 * <p><b>relu</b> has a discontinuous derivative: fields are evaluated with s'(0) = 0 and have no one-sided Lipschitz constant.
 *
 * <p>Immutable.
 */
public final class ClippedWassersteinGan implements TransportModel {

    /** Share of the half-width of the generator's box beyond which a coordinate counts as near the wall. */
    static final double NEAR_WALL = 0.9375;

    private final ParticleMeasure target;
    private final ParticleMeasure latent;
    private final double criticSpeed;
    private final double criticBox;
    private final double generatorBox;
    private final Activation generatorActivation;
    private final Activation criticActivation;
    private final Optional<Modes> modes;
    private final List<Species> species;

    private ClippedWassersteinGan(
            ParticleMeasure target,
            ParticleMeasure latent,
            double criticSpeed,
            double criticBox,
            double generatorBox,
            Activation generatorActivation,
            Activation criticActivation,
            Optional<Modes> modes) {
        this.target = target;
        this.latent = latent;
        this.criticSpeed = requirePositive("criticSpeed", criticSpeed);
        this.criticBox = requirePositive("criticBox", criticBox);
        this.generatorBox = requirePositive("generatorBox", generatorBox);
        this.generatorActivation = generatorActivation;
        this.criticActivation = criticActivation;
        this.modes = modes;
        this.species = List.of(
                new Species(
                        "generator",
                        Domain.cube(generatorShape().dimension(), -generatorBox, generatorBox, Boundary.NO_FLUX)),
                new Species("critic", Domain.cube(criticShape().dimension(), -criticBox, criticBox, Boundary.CLIPPED)));
    }

    /**
     * The system with γ = 1, r = 1, R = 4 and s = tanh for both players.
     *
     * @param target data law as weighted points, of weight 1 up to 1e-12, copied
     * @param latent latent law as weighted points, of weight 1 up to 1e-12, copied; see {@link NodeRule#gaussHermite}
     * @throws IllegalArgumentException if a point or a weight is not finite, a weight is negative or there is none, or a box
     *     would have more than {@value Domain#MAX_DIMENSION} dimensions
     */
    public static ClippedWassersteinGan of(Measure target, Measure latent) {
        return new ClippedWassersteinGan(
                NodeRule.accept("target", target),
                NodeRule.accept("latent", latent),
                1,
                1,
                4,
                Activation.TANH,
                Activation.TANH,
                Optional.empty());
    }

    private static double requirePositive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " = " + value + ": a positive finite number is allowed");
        }
        return value;
    }

    /** The same system with a critic {@code gamma} times faster than the generator; positive and finite. */
    public ClippedWassersteinGan withCriticSpeed(double gamma) {
        return new ClippedWassersteinGan(
                target, latent, gamma, criticBox, generatorBox, generatorActivation, criticActivation, modes);
    }

    /** The same system with half-width {@code r} of the critic's box; positive and finite. */
    public ClippedWassersteinGan withCriticBox(double r) {
        return new ClippedWassersteinGan(
                target, latent, criticSpeed, r, generatorBox, generatorActivation, criticActivation, modes);
    }

    /** The same system with half-width {@code reach} of the generator's computational box; positive and finite. */
    public ClippedWassersteinGan withGeneratorBox(double reach) {
        return new ClippedWassersteinGan(
                target, latent, criticSpeed, criticBox, reach, generatorActivation, criticActivation, modes);
    }

    /** The same system with other activations. */
    public ClippedWassersteinGan withActivations(Activation generator, Activation critic) {
        return new ClippedWassersteinGan(
                target, latent, criticSpeed, criticBox, generatorBox, generator, critic, modes);
    }

    /**
     * The same system with other data and latent points, such as mini-batches, of the same dimensions.
     *
     * @throws IllegalArgumentException as {@link #of}, or if a dimension differs
     */
    public ClippedWassersteinGan withNodes(Measure data, Measure latentNodes) {
        requireDimension("target", data.dimension(), dataDimension());
        requireDimension("latent", latentNodes.dimension(), latentDimension());
        return new ClippedWassersteinGan(
                NodeRule.accept("target", data),
                NodeRule.accept("latent", latentNodes),
                criticSpeed,
                criticBox,
                generatorBox,
                generatorActivation,
                criticActivation,
                modes);
    }

    /**
     * The same system that also says how well known modes of the data are covered.
     *
     * @throws IllegalArgumentException if the centres have another dimension than the data
     */
    public ClippedWassersteinGan withModes(Modes centres) {
        requireDimension("modes", centres.dimension(), dataDimension());
        return new ClippedWassersteinGan(
                target,
                latent,
                criticSpeed,
                criticBox,
                generatorBox,
                generatorActivation,
                criticActivation,
                Optional.of(centres));
    }

    private static void requireDimension(String name, int given, int allowed) {
        if (given != allowed) {
            throw new IllegalArgumentException(name + " dimension = " + given + ": " + allowed + " is allowed");
        }
    }

    /**
     * Initial laws.
     *
     * @param generator of dimension d + l + 1
     * @param critic of dimension d + 2; both inside their boxes, which the solvers check
     */
    public Initial initial(Law generator, Law critic) {
        requireDimension("generator", generator.dimension(), generatorShape().dimension());
        requireDimension("critic", critic.dimension(), criticShape().dimension());
        return new Initial(List.of(generator, critic), List.of());
    }

    /**
     * Independent parameters: the generator's normal with mean 0, conditioned to its box, the critic's uniform.
     *
     * @param sd standard deviation of the generator's parameters before they are conditioned, positive
     * @param width half-width of the critic's law, in (0, r]
     */
    public Initial normalAndUniform(double sd, double width) {
        if (!(width > 0 && width <= criticBox)) {
            throw new IllegalArgumentException("width = " + width + ": a number in (0, " + criticBox + "] is allowed");
        }
        LineLaw normal = new ConditionedLaw(new NormalLaw(0, sd), -generatorBox, generatorBox);
        return initial(
                new ProductLaw(Collections.nCopies(generatorShape().dimension(), normal)),
                new ProductLaw(Collections.nCopies(criticShape().dimension(), new UniformLaw(-width, width))));
    }

    /** Data dimension d. */
    public int dataDimension() {
        return target.dimension();
    }

    /** Latent dimension l. */
    public int latentDimension() {
        return latent.dimension();
    }

    /** Data points x_j and their weights, not a copy. */
    public ParticleMeasure target() {
        return target;
    }

    /** Latent nodes z_k and their weights, not a copy. */
    public ParticleMeasure latent() {
        return latent;
    }

    /** γ. */
    public double criticSpeed() {
        return criticSpeed;
    }

    /** r. */
    public double criticBox() {
        return criticBox;
    }

    /** R. */
    public double generatorBox() {
        return generatorBox;
    }

    /** s of the generator. */
    public Activation generatorActivation() {
        return generatorActivation;
    }

    /** s of the critic. */
    public Activation criticActivation() {
        return criticActivation;
    }

    /** Modes of the data whose coverage is observed. */
    public Optional<Modes> modes() {
        return modes;
    }

    /** d outer, l inner weights and a bias. */
    NeuronShape generatorShape() {
        return new NeuronShape(dataDimension(), latentDimension());
    }

    /** One outer, d inner weights and a bias. */
    NeuronShape criticShape() {
        return new NeuronShape(1, dataDimension());
    }

    /** The generated law G_μ#N: the generator's outputs with the weights of the latent nodes. */
    public ParticleMeasure generated(State state) {
        return GanOutputs.generated(this, state);
    }

    /** E[μ, ν]. */
    public double energy(State state) {
        return GanOutputs.energy(this, state);
    }

    /**
     * A constant C such that any two solutions of this model satisfy
     * W₂(μ, μ̃)² + W₂(ν, ν̃)² ≤ e^{2C(t - s)} times its value at s, for all t ≥ s. See {@link StabilityRate}; infinite if an
     * activation is relu.
     */
    public double stabilityRate() {
        return StabilityRate.of(this);
    }

    /**
     * As {@link #stabilityRate()} for two solutions of which one has the given state and the other is no farther away than
     * {@code radius} in √(W₂² + W₂²), at this instant.
     *
     * @param radius at least 0
     */
    public double stabilityRate(State state, double radius) {
        return StabilityRate.near(this, state, radius);
    }

    @Override
    public String name() {
        return "clipped-wasserstein-gan";
    }

    @Override
    public List<Species> species() {
        return species;
    }

    @Override
    public List<Observable> observables() {
        return GanOutputs.observables(this);
    }

    @Override
    public Coupling couple() {
        return new GanCoupling(this);
    }
}
