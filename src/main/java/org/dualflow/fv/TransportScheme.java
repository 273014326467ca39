package org.dualflow.fv;

import java.util.List;
import java.util.Locale;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.time.Evolution;
import org.dualflow.time.SspRungeKutta;

/**
 * How finite volumes discretise transport: the flux through a face, the Runge–Kutta method and the size of a step.
 *
 * <p>The <em>Courant number</em> of a step is the largest share of its mass that first-order upwind would take out of a
 * cell in one Euler step, Δt max_i Σ_d (a⁺ at the upper face + a⁻ at the lower face)/Δx_d; with velocities at centres
 * this is Δt max_i Σ_d |a_d|/Δx_d. An Euler step of upwind is positive up to Courant number 1, of MUSCL up to ½
 * (minmod ⅔), of WENO5 up to 1/12. SSP methods inherit these bounds.
 *
 * @param flux the flux through a face
 * @param limiter the slope limiter of MUSCL, {@link Limiter#NONE} for all other fluxes
 * @param faces what makes a flux of the two values at a face, {@link FaceFlux#UPWIND} unless it is one's own; upwind with velocities
 *     at centres has no values at faces
 * @param time the Runge–Kutta method
 * @param cfl Courant number of an Euler step, of which the method makes one of size σ Δt per stage; positive, at most
 *     {@link #largestCfl()}
 * @param maxStep largest Δt, positive, may be infinite; a study with Δt ~ Δx^{5/3} sets it
 */
public record TransportScheme(
        Flux flux, Limiter limiter, FaceFlux faces, SspRungeKutta time, double cfl, double maxStep)
        implements GridScheme {

    /** Numerical fluxes; a_i is the velocity at the point of a cell, a_f the velocity at a face. */
    public enum Flux {
        /**
         * F = a_i⁺ ρ_i - a_{i+1}⁻ ρ_{i+1}, velocities at the points of cells (Delarue, Lagoutière, Vauchelet 2017,
         * arXiv 1704.07261). The scheme is the law of a random walk with the exact mean displacement, also on graded axes,
         * where mass moves from x_i to x_{i+1} at rate a_i⁺/(x_{i+1} - x_i). Order 1 in W₁ for densities of bounded
         * variation, ½ in general; the right one for discontinuous fields: an atom on a sink stays.
         */
        UPWIND,
        /**
         * F = a_f⁺ ρ_i - a_f⁻ ρ_{i+1}. Order 1; keeps constant states in fields whose face values are
         * divergence-free.
         */
        UPWIND_AT_FACES,
        /** Upwind at faces with limited linear reconstruction of ρ. Order 2 where ρ is smooth, no slope at walls. */
        MUSCL,
        /**
         * Upwind at faces with the WENO-Z reconstruction of order 5 (Borges et al. 2008) from five cells, scaled
         * towards the cell average where it is negative (Zhang, Shu 2010). Uniform axes only. Order 5 on a line; in
         * more dimensions the velocity at the centre of a face stands for its mean, and the order is 2, with a small
         * constant, where normal velocity and density both vary along faces.
         */
        WENO5
    }

    /** Checks that the parts fit each other. */
    public TransportScheme {
        if (flux != Flux.MUSCL && limiter != Limiter.NONE) {
            throw new IllegalArgumentException(
                    "limiter = " + limiter.label() + ": a limiter is allowed for muscl only");
        }
        if (flux == Flux.UPWIND && faces != FaceFlux.UPWIND) {
            throw new IllegalArgumentException("faces = " + faces.label()
                    + ": a flux of one's own is allowed for upwind-at-faces, muscl and weno5 only");
        }
        double largest = largestCfl(flux, limiter);
        if (!(cfl > 0 && cfl <= largest)) {
            throw new IllegalArgumentException("cfl = " + cfl + ": more than 0 and at most " + largest
                    + " is allowed for " + label(flux) + (flux == Flux.MUSCL ? " with " + limiter.label() : ""));
        }
        if (!(maxStep > 0)) {
            throw new IllegalArgumentException("maxStep = " + maxStep + ": a positive number is allowed");
        }
    }

    private static TransportScheme of(Flux flux, Limiter limiter, SspRungeKutta time, double cfl) {
        return new TransportScheme(flux, limiter, FaceFlux.UPWIND, time, cfl, Double.POSITIVE_INFINITY);
    }

    /** Upwind with velocities at the points of cells, Euler steps, Courant number 0.9. */
    public static TransportScheme upwind() {
        return of(Flux.UPWIND, Limiter.NONE, SspRungeKutta.SSP1, 0.9);
    }

    /** Upwind with velocities at faces, Euler steps, Courant number 0.9. */
    public static TransportScheme upwindAtFaces() {
        return of(Flux.UPWIND_AT_FACES, Limiter.NONE, SspRungeKutta.SSP1, 0.9);
    }

    /** MUSCL with SSP-RK2, Courant number 0.45. */
    public static TransportScheme muscl(Limiter limiter) {
        return of(Flux.MUSCL, limiter, SspRungeKutta.SSP2, 0.45);
    }

    /** WENO5 with SSP-RK3, Courant number 0.4: steps that turn a mass negative are rejected and halved. */
    public static TransportScheme weno5() {
        return of(Flux.WENO5, Limiter.NONE, SspRungeKutta.SSP3, 0.4);
    }

    /** The scheme that case files call {@code upwind}, {@code upwind-at-faces}, {@code muscl} or {@code weno5}. */
    public static TransportScheme named(String name) {
        return switch (name) {
            case "upwind" -> upwind();
            case "upwind-at-faces" -> upwindAtFaces();
            case "muscl" -> muscl(Limiter.VAN_LEER);
            case "weno5" -> weno5();
            default ->
                throw new IllegalArgumentException(
                        "scheme = \"" + name + "\": upwind, upwind-at-faces, muscl or weno5 is allowed");
        };
    }

    /** This scheme with another limiter. */
    public TransportScheme withLimiter(Limiter other) {
        return new TransportScheme(flux, other, faces, time, Math.min(cfl, largestCfl(flux, other)), maxStep);
    }

    /** This scheme with another flux of the values at faces. */
    public TransportScheme withFaces(FaceFlux other) {
        return new TransportScheme(flux, limiter, other, time, cfl, maxStep);
    }

    /** This scheme with another Runge–Kutta method. */
    public TransportScheme withTime(SspRungeKutta other) {
        return new TransportScheme(flux, limiter, faces, other, cfl, maxStep);
    }

    /** This scheme with another Courant number. */
    public TransportScheme withCfl(double other) {
        return new TransportScheme(flux, limiter, faces, time, other, maxStep);
    }

    /** This scheme with steps of at most {@code other}. */
    public TransportScheme withMaxStep(double other) {
        return new TransportScheme(flux, limiter, faces, time, cfl, other);
    }

    @Override
    public String label() {
        return label(flux);
    }

    @Override
    public Evolution begin(TransportModel model, List<Mesh> meshes, Initial initial, double start) {
        return new FiniteVolumeTransport(model, meshes, this, initial, start);
    }

    /**
     * In every stage the mass of a cell suffers, per dimension, the roundings of two flux differences and their
     * subtraction, and those of the Runge–Kutta combination: 4 d + 3, each relative to at most twice the mass.
     */
    @Override
    public double massRoundingPerStep(Mesh mesh) {
        return time.stages() * 2 * (4 * mesh.dimension() + 3) * 0x1p-53;
    }

    /** The largest Courant number allowed: the positivity bound of an Euler step; 1 for WENO5, see {@link #cfl}. */
    public double largestCfl() {
        return largestCfl(flux, limiter);
    }

    /** Whether velocities are taken at the points of cells. */
    boolean isCentred() {
        return flux == Flux.UPWIND;
    }

    /** Whether an Euler step within {@link #largestCfl()} is known to keep masses positive. */
    boolean isPositive() {
        return flux != Flux.WENO5 && limiter.rule() != Limiter.Rule.OWN && faces == FaceFlux.UPWIND;
    }

    private static double largestCfl(Flux flux, Limiter limiter) {
        return flux == Flux.MUSCL ? limiter.largestCourant() : 1;
    }

    private static String label(Flux flux) {
        return flux.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
