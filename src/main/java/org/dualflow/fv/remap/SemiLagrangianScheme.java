package org.dualflow.fv.remap;

import java.util.List;
import org.dualflow.fv.GridScheme;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.time.Evolution;

/**
 * A conservative semi-Lagrangian scheme: the faces of the mesh are traced backwards along the characteristics, and a
 * cell receives the mass between the feet of its faces. Stable for any Courant number.
 *
 * <p><b>Tracing.</b> The foot of a face is found by one explicit Runge–Kutta step backwards in the frozen field. With
 * order 1 this is x = y + Δt b(x), the implicit Euler step of the forward flow: the right one for a field that is only
 * one-sided Lipschitz, since feet move away from a sink and never across it. Feet that cross, Δt div b > 1, reject
 * the step.
 *
 * <p><b>Time.</b> Unsteady and state-dependent fields are frozen at the middle of the step, predicted by a half step;
 * axes are swept in Strang's symmetric order. Hence order k = min(2, tracing order) in Δt; a steady field on a line
 * keeps the full tracing order.
 *
 * <p><b>Errors in W₁</b>, q the order of the reconstruction, ν = |b| Δt / h:
 * <ul>
 *   <li>smooth data, q from masses: C (Δt^k + h^{q+1}/Δt), hence h^q at a fixed Courant number. For a constant velocity
 *       the leading constant is known: with θ the fractional part of ν it is (T h^q / ν) ‖ρ^{(q)}‖_{L¹} times θ(1-θ)/2,
 *       θ(1-θ)|1-2θ|/12 and θ²(1-θ)²/24 for q = 1, 2, 3: what the reconstruction of the distribution function misses
 *       in one step, times the number of steps;
 *   <li>a slab: the front is h (T/Δt)^{1/(q+1)} wide, and W₁ is its square: h^{2q/(q+1)} at a fixed Courant number,
 *       i.e. 1 for CONSTANT; better than 4/3 and 3/2 where the limiters of LINEAR and PARABOLIC steepen;
 *   <li>an atom: h^{q/(q+1)}, i.e. 1/2 for CONSTANT with W₁ = h sqrt(2 n θ(1-θ)/π) after n steps; at least 2/3 and 3/4
 *       for LINEAR and PARABOLIC;
 *   <li>MOMENTS: C (Δt^k + h²) for smooth data; exact for slabs and isolated atoms in a velocity constant in space; at
 *       most order 1 for atoms in other fields, whose position in their cell is interpolated between its faces;
 *   <li>after total collapse into the cell whose point is the sink: round-off; into another: its distance from the
 *       point, O(h).
 * </ul>
 *
 * <p><b>Several dimensions.</b> Axes are swept one after the other: conservative and positive for any step, order 2 in
 * Δt, but a uniform density in a divergence-free field stays uniform only up to O(Δt²). Velocities of a sweep are taken
 * at the points of the other axes, so that an atom off a point moves with order 1.
 *
 * @param reconstruction how mass is spread over a cell
 * @param tracingOrder order of the Runge–Kutta method for the characteristics: 1, 2 or 4
 * @param courant largest Courant number max |b_d| Δt / h_d, over all species and axes, positive; may be infinite
 * @param maxStep largest step, positive; may be infinite
 */
public record SemiLagrangianScheme(RemapReconstruction reconstruction, int tracingOrder, double courant, double maxStep)
        implements GridScheme {

    /** Checks the numbers. */
    public SemiLagrangianScheme {
        if (tracingOrder != 1 && tracingOrder != 2 && tracingOrder != 4) {
            throw new IllegalArgumentException("tracingOrder = " + tracingOrder + ": 1, 2 or 4 is allowed");
        }
        if (!(courant > 0)) {
            throw new IllegalArgumentException("courant = " + courant + ": a positive number is allowed");
        }
        if (!(maxStep > 0)) {
            throw new IllegalArgumentException("maxStep = " + maxStep + ": a positive number is allowed");
        }
    }

    /** The given reconstruction, tracing of order 2, Courant number 4, no other limit on the step. */
    public static SemiLagrangianScheme of(RemapReconstruction reconstruction) {
        return new SemiLagrangianScheme(reconstruction, 2, 4, Double.POSITIVE_INFINITY);
    }

    /** The scheme with another reconstruction. */
    public SemiLagrangianScheme withReconstruction(RemapReconstruction other) {
        return new SemiLagrangianScheme(other, tracingOrder, courant, maxStep);
    }

    /** The scheme with another order of tracing: 1, 2 or 4. */
    public SemiLagrangianScheme withTracingOrder(int order) {
        return new SemiLagrangianScheme(reconstruction, order, courant, maxStep);
    }

    /** The scheme with another limit on the Courant number. */
    public SemiLagrangianScheme withCourant(double limit) {
        return new SemiLagrangianScheme(reconstruction, tracingOrder, limit, maxStep);
    }

    /** The scheme with another limit on the step. */
    public SemiLagrangianScheme withMaxStep(double limit) {
        return new SemiLagrangianScheme(reconstruction, tracingOrder, courant, limit);
    }

    /** {@code semi-lagrangian}. */
    @Override
    public String label() {
        return "semi-lagrangian";
    }

    /** {@inheritDoc} As {@link SemiLagrangianTransport#start}. */
    @Override
    public Evolution begin(TransportModel model, List<Mesh> meshes, Initial initial, double start) {
        return SemiLagrangianTransport.start(model, meshes, initial, this, start);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A cell receives at most p pieces, p = 3C + 3 times the ratio of the largest to the smallest width, C the Courant
     * number (a step may go half as far again), and at most those of all cells; each piece is one rounded difference
     * and one rounded addition, and a slab with its atoms two more. A step makes 2d - 1 sweeps in d dimensions; a
     * source adds two roundings.
     */
    @Override
    public double massRoundingPerStep(Mesh mesh) {
        double roundings = 2;
        for (int d = 0; d < mesh.dimension(); d++) {
            int sweeps = d == mesh.dimension() - 1 ? 1 : 2;
            double widest = 0;
            for (int i = 0; i < mesh.cells(d); i++) {
                widest = Math.max(widest, mesh.axis(d).width(i));
            }
            double ratio = widest / mesh.axis(d).minWidth();
            roundings += sweeps * 2 * (1 + Math.min((3 * courant + 3) * ratio, mesh.cells(d) + 1));
        }
        return roundings * 0.5 * Math.ulp(1.0);
    }
}
