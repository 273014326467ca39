import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.SspRungeKutta;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.claim.Ladder;
import org.dualflow.validation.exact.LineSolutions;
import org.dualflow.validation.experiment.Experiment;
import org.dualflow.validation.io.Extension;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * A scheme of one's own, judged: Koren's limiter (1993), which is the κ = 1/3 scheme wherever that is within its bounds, with the
 * optimal third-order method of four stages (Spiteri, Ruuth 2002).
 *
 * <p>{@code java -cp validation/target/dualflow.jar validation/examples/KorenLimiter.java [FOLDER]}
 */
public final class KorenLimiter implements Extension {

    /** φ(x, y) = the one of 2x, 2y, (x + 2y)/3 nearest to 0, or 0 if x and y differ in sign. */
    static final Limiter KOREN = Limiter.of("koren", 1, (x, y, phi, from, to) -> {
        for (int i = from; i < to; i++) {
            double third = (x[i] + 2 * y[i]) / 3;
            phi[i] = Math.max(0, Math.min(2 * Math.min(x[i], y[i]), third))
                    + Math.min(0, Math.max(2 * Math.max(x[i], y[i]), third));
        }
    });

    static final SspRungeKutta SSP43 = SspRungeKutta.of("ssp43", 3, 0.5, 0, 0, 2.0 / 3, 0);

    static final TransportScheme SCHEME = TransportScheme.muscl(KOREN).withTime(SSP43);

    /** Case files may say {@code limiter: koren} and {@code integrator: ssp43}. */
    @Override
    public List<Limiter> limiters() {
        return List.of(KOREN);
    }

    @Override
    public List<SspRungeKutta> integrators() {
        return List.of(SSP43);
    }

    /**
     * Why order 3 in L¹ on this problem, extrema and all: away from extrema nothing is clipped, and the value at a face is of order
     * 3. Both extrema of the density stay where the velocity vanishes. In the few cells where φ is clipped there the value at a
     * face is off by O(h²) and the velocity O(h), so that the flux is off by O(h³), these cells by O(h²) per unit of time, and
     * their L¹ error is O(h³).
     */
    static ConvergenceTable converge(Experiment experiment) {
        return experiment.converge(
                Ladder.cells(2 * Math.PI, 50, 100, 200, 400),
                n -> Grid.of(SCHEME, n),
                "L1",
                OrderExpectation.exactly(3, 0.15, "third-order face values; clipped only where the velocity is O(h)"));
    }

    static RunResult run(Experiment experiment) {
        return experiment.run(Grid.of(SCHEME, 400), Particles.quantiles(2000, ParticleScheme.rungeKutta4(0.01)));
    }

    /** A cell is read as an atom at its point: the grid's part is of order 1 in W₁ however well its masses are known. */
    static AgreementReport agree(Experiment experiment) {
        Refinement cells = Refinement.ofNumber(
                        "cells and their step",
                        Resolution.WIDTH,
                        400,
                        5,
                        n -> Grid.of(SCHEME, n),
                        OrderExpectation.atLeast(1, 0.25, "cells read as atoms"))
                .orElseThrow();
        Refinement number = Refinement.ofNumber(
                        "number",
                        Resolution.PARTICLES,
                        2000,
                        5,
                        n -> Particles.quantiles(n, ParticleScheme.rungeKutta4(0.01)),
                        OrderExpectation.atLeast(1, 0.25, "quantiles of a law on an interval"))
                .orElseThrow();
        return experiment.agreement(List.of(cells), List.of(number)).examine();
    }

    /** Prints the verdicts and writes three reports. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "results/koren");
        Experiment experiment =
                Experiment.of(LineSolutions.sine(), 1).titled("Koren's limiter, a = sin x on the circle");
        RunResult run = run(experiment);
        ConvergenceTable table = converge(experiment);
        AgreementReport agreement = agree(experiment);
        System.out.println("errors " + run.errors() + ", certificate " + run.certificates());
        System.out.println(table.verdict() + ": " + table.fit().describe() + ", expected "
                + table.expectation().describe());
        System.out.println(agreement.agreement() + ": " + agreement.distance() + " apart, at most "
                + agreement.explained() + " explained");
        experiment.write(folder.resolve("run"), run);
        experiment.write(folder.resolve("converge"), table);
        experiment.write(folder.resolve("agree"), agreement);
    }
}
