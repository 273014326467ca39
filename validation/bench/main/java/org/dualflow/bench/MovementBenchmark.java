package org.dualflow.bench;

import org.dualflow.measure.NormalLaw;
import org.dualflow.movement.InteractionEnergy;
import org.dualflow.movement.InternalEnergy;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.Movement;
import org.dualflow.movement.Mover;
import org.dualflow.movement.Potential;
import org.dualflow.movement.PotentialEnergy;
import org.dualflow.movement.QuantileSpace;
import org.dualflow.movement.SumEnergy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One minimising movement of a measure of n particles from N(2, ¼), certified to 1e-9. */
@State(Scope.Benchmark)
public class MovementBenchmark {

    /** Number of particles. */
    @Param("100000")
    public int n;

    /** {@code wells}: a quartic potential and quadratic attraction; {@code diffusion}: x²/2 and entropy. */
    @Param({"wells", "diffusion"})
    public String energy = "wells";

    /** The step. */
    @Param({"0.001", "10"})
    public double tau;

    private QuantileSpace line = QuantileSpace.line(1);
    private LineEnergy functional = new PotentialEnergy(line.weights(), Potential.quadratic(0, 0));
    private Mover<LineEnergy> mover = line.mover();
    private double[] from = {};
    private double[] x = {};

    /** Energy, start and work arrays. */
    @Setup
    public void start() {
        line = QuantileSpace.line(n);
        double[] w = line.weights();
        functional = energy.equals("wells")
                ? new SumEnergy(
                        new PotentialEnergy(
                                w,
                                Potential.of(
                                        y -> 0.25 * (y * y - 1) * (y * y - 1) + y * y,
                                        y -> y * y * y + y,
                                        y -> 3 * y * y + 1,
                                        1)),
                        InteractionEnergy.quadratic(w, 1))
                : new SumEnergy(new PotentialEnergy(w, Potential.quadratic(1, 0)), InternalEnergy.entropy(line));
        mover = line.mover().withAccuracy(1e-9);
        from = new NormalLaw(2, 0.5).quantiles(n).x(0);
        x = from.clone();
    }

    /** One movement. */
    @Benchmark
    public Movement move() {
        System.arraycopy(from, 0, x, 0, n);
        return mover.move(functional, from, tau, x);
    }
}
