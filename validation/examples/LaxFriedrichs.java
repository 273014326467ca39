import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.fv.FaceFlux;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
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
 * A numerical flux of one's own, judged: the one of Lax and Friedrichs (Rusanov's form), on van Leer's slopes.
 *
 * <p>{@code java -cp validation/target/dualflow.jar validation/examples/LaxFriedrichs.java [FOLDER]}
 */
public final class LaxFriedrichs implements Extension {

    /** The largest speed in a = sin x. A smaller number would let masses become negative, and such steps are rejected. */
    static final double SPEED = 1;

    /** F = (a (below + above) - speed (above - below))/2. */
    static final FaceFlux FLUX = FaceFlux.of("lax-friedrichs", (below, above, a, f, from, to) -> {
        for (int i = from; i < to; i++) {
            f[i] = 0.5 * (a[i] * (below[i] + above[i]) - SPEED * (above[i] - below[i]));
        }
    });

    static final TransportScheme SCHEME =
            TransportScheme.muscl(Limiter.VAN_LEER).withFaces(FLUX);

    /** Case files may say {@code flux: lax-friedrichs}. */
    @Override
    public List<FaceFlux> fluxes() {
        return List.of(FLUX);
    }

    /**
     * Why order 2 in L¹: away from extrema both values at a face are within O(h²) of that of the solution, so that their difference,
     * which the viscosity multiplies, is O(h²) and smooth, and the flux is off by a smooth O(h²). In the few cells at an extremum, where
     * slopes are clipped, the flux is off by O(h²) and these cells by O(h) per unit of time: O(h²) in L¹.
     */
    static ConvergenceTable converge(Experiment experiment) {
        return experiment.converge(
                Ladder.cells(2 * Math.PI, 50, 100, 200, 400),
                n -> Grid.of(SCHEME, n),
                "L1",
                OrderExpectation.exactly(2, 0.2, "second-order face values; clipped in few cells only"));
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
        Path folder = Path.of(args.length > 0 ? args[0] : "results/lax-friedrichs");
        Experiment experiment = Experiment.of(LineSolutions.sine(), 1)
                .titled("The flux of Lax and Friedrichs, a = sin x on the circle");
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
