package org.dualflow.gan;

import java.util.List;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * The clipped Wasserstein GAN on two data points, the toy of Delgadino, Suassuna and Cabrera, <em>Generative
 * Adversarial Networks: Dynamics</em>, JMLR 26 (2025), arXiv 2405.18673.
 *
 * <p>Data ½δ₋₁ + ½δ₊₁; latent z standard normal; the generator maps z &lt; g to -1 and z &gt; g to +1; critic neurons
 * (ωx)₊ with ω in [-1, 1] and law ν. With c = ∫ω dν the energy is (½ - Φ(g)) c, and
 *
 * <pre>  g' = φ(g) c,      ω' = γ (½ - Φ(g)), projected at ω = ±1,</pre>
 *
 * γ the critic's speed. While no mass sits blocked on a wall, H = c²/2 + γ V(g) is constant, with
 * V' = (Φ - ½)/φ and V(0) = 0; every blocked instant lowers H.
 *
 * <p>One species {@code critic} on [-1, 1] with clipped ends, one scalar {@code generator}. Observables:
 *
 * <ul>
 *   <li>{@code generator}: g
 *   <li>{@code criticMean}: c
 *   <li>{@code criticWidth}, {@code atomLeft}, {@code atomRight}: distance of the ends of the critic's support and share
 *       of the mass in the atoms at these ends, as {@link CriticShape} defines them for every measure
 *   <li>{@code energy}: H
 * </ul>
 */
public final class TwoPointGan implements TransportModel {

    /** Largest |g| allowed at the start: beyond it φ(g) and 1/V(g) are no normal doubles. */
    public static final double MAX_GENERATOR = 37;

    private final double criticSpeed;
    private final List<Species> species = List.of(new Species("critic", Domain.line(-1, 1, Boundary.CLIPPED)));

    private TwoPointGan(double criticSpeed) {
        this.criticSpeed = criticSpeed;
    }

    /**
     * The model with the given speed-up of the critic.
     *
     * @param gamma γ, positive and finite
     */
    public static TwoPointGan criticSpeed(double gamma) {
        if (!(gamma > 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("criticSpeed = " + gamma + ": a positive finite number is allowed");
        }
        return new TwoPointGan(gamma);
    }

    /** γ. */
    public double criticSpeed() {
        return criticSpeed;
    }

    /**
     * Starts with critic weights uniform on [lower, upper].
     *
     * @param lower at least -1
     * @param upper greater than {@code lower}, at most 1
     * @param generator g at the start, |g| ≤ {@value #MAX_GENERATOR}
     */
    public Initial uniformCritic(double lower, double upper, double generator) {
        if (!(-1 <= lower && lower < upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "critic uniform = [" + lower + ", " + upper + "]: -1 <= lower < upper <= 1 is allowed");
        }
        return critic(new UniformLaw(lower, upper), generator);
    }

    /**
     * Starts with critic weights of any law on [-1, 1].
     *
     * @param law carried by [-1, 1]
     * @param generator g at the start, |g| ≤ {@value #MAX_GENERATOR}
     */
    public Initial critic(LineLaw law, double generator) {
        if (!(Math.abs(generator) <= MAX_GENERATOR)) {
            throw new IllegalArgumentException("generator = " + generator + ": a number in [-" + MAX_GENERATOR + ", "
                    + MAX_GENERATOR + "] is allowed");
        }
        double outside = law.cdfBelow(-1) + (1 - law.cdf(1));
        if (!(outside <= 0)) {
            throw new IllegalArgumentException(
                    "critic: mass " + outside + " lies outside [-1, 1]: a law on [-1, 1] is allowed");
        }
        return new Initial(List.of(law), List.of(generator));
    }

    /** φ(g), the standard normal density. */
    public static double density(double g) {
        return FastMath.exp(-0.5 * g * g) / FastMath.sqrt(2 * FastMath.PI);
    }

    /** Φ(g) - ½, to full relative accuracy near zero. */
    public static double bias(double g) {
        return 0.5 * Erf.erf(g / FastMath.sqrt(2));
    }

    /**
     * V(g) = ∫₀^g (Φ - ½)/φ = Σ_k g^{2k+2} / ((2k+2) (2k+1)!!), even and convex. All terms are positive, so the error is
     * a few units in the last place; infinite where it overflows, beyond |g| = 37.7.
     */
    public static double potential(double g) {
        double power = g * g;
        double sum = 0.5 * power;
        for (int k = 1; power > 0x1p-54 * sum && sum < Double.POSITIVE_INFINITY; k++) {
            power *= g * g / (2 * k + 1);
            sum += power / (2 * k + 2);
        }
        return sum;
    }

    /** The speed γ (½ - Φ(g)) of every critic weight that is not blocked. */
    public double weightSpeed(double g) {
        return -criticSpeed * bias(g);
    }

    /** H = c²/2 + γ V(g). */
    public double energy(double c, double g) {
        return 0.5 * c * c + criticSpeed * potential(g);
    }

    @Override
    public String name() {
        return "two-point-gan";
    }

    @Override
    public List<Species> species() {
        return species;
    }

    @Override
    public List<String> scalars() {
        return List.of("generator");
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                new Observable("generator", state -> state.scalar(0)),
                new Observable("criticMean", state -> Mean.of(state.measure(0))),
                new Observable(
                        "criticWidth", state -> CriticShape.of(state.measure(0)).width()),
                new Observable(
                        "atomLeft", state -> CriticShape.of(state.measure(0)).atomLeft()),
                new Observable(
                        "atomRight", state -> CriticShape.of(state.measure(0)).atomRight()),
                new Observable("energy", state -> energy(Mean.of(state.measure(0)), state.scalar(0))));
    }

    @Override
    public Coupling couple() {
        return new TwoPointCoupling(this);
    }
}
