package org.dualflow.validation.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.Transports;
import org.dualflow.movement.DualScheme;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.adversarial.QuadraticFeatures;
import org.dualflow.restart.CheckpointFile;
import org.dualflow.restart.Checkpoints;
import org.dualflow.run.Discretisation;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.run.Grid;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.run.Movements;
import org.dualflow.run.Particles;
import org.dualflow.run.Progress;
import org.dualflow.run.Simulation;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;
import org.dualflow.run.Training;
import org.dualflow.training.TrainingScheme;

/** Solutions that are stopped and continued from a checkpoint. */
final class RestartClaims {

    private RestartClaims() {}

    private record Way(String name, Simulation simulation, Discretisation how) {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "restart-same-bits",
                "solutions that are stopped three times and continued from a checkpoint, by nine solvers",
                "numbers whose bits differ from the solution in one go, among series, final values, events, invariants, kept states and"
                        + " numbers of steps",
                "none",
                "Everything that the future depends on is in the checkpoint or made anew from the same arguments; a computation is a function"
                        + " of that.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(
                        List.of(),
                        ways().stream()
                                .map(way -> Bound.atMost(way.name(), differences(way), 0))
                                .toList())));
    }

    private static List<Way> ways() {
        TwoPointGan gan = TwoPointGan.criticSpeed(2);
        Initial critic = gan.uniformCritic(-0.6, 0.4, 1.5);
        Model leaving = Transports.constant(Domain.line(0, 2, Boundary.OPEN), 1);
        Initial slab = Initial.of(new UniformLaw(0.2, 1));
        JensenShannonFlow flow =
                new JensenShannonFlow(Domain.line(-6, 6, Boundary.NO_FLUX), NormalMixture.normal(0.8, 0.3));
        Initial start = Initial.of(NormalMixture.normal(0.5, -1));
        ImplicitScheme adaptive = ImplicitScheme.extrapolated(1).adaptive(1e-3);
        ParticleScheme euler = ParticleScheme.euler(0.05);
        FlowMethod discriminator = FlowMethod.discriminator(50, 9, new QuadraticFeatures(1), 1e-3, euler);
        Training training = Training.random(20, 7, TrainingScheme.miniBatch(0.02, 3));
        return List.of(
                way("upwind", gan, critic, 10, Grid.of(TransportScheme.upwind(), 60)),
                way("moments", gan, critic, 10, Grid.of(SemiLagrangianScheme.of(RemapReconstruction.MOMENTS), 60)),
                way("particles", gan, critic, 10, Particles.quantiles(60, ParticleScheme.rungeKutta4(0.05))),
                way("movements", gan, critic, 3, new Movements(20, DualScheme.IMPLICIT, 0.05)),
                way("outflow of cells", leaving, slab, 1.5, Grid.of(TransportScheme.upwind(), 40)),
                way("outflow of particles", leaving, slab, 1.5, Particles.random(40, 2, euler)),
                way("implicit flow", flow, start, 6, ImplicitGrid.of(adaptive, 60)),
                way("discriminator", flow, start, 1, FlowParticles.quantiles(30, discriminator)),
                way("training", TrainingStudy.GAN, TrainingStudy.ATOMS, 1, training));
    }

    private static Way way(String name, Model model, Initial initial, double end, Discretisation how) {
        return new Way(
                name, Simulation.of(model, initial).until(end).every(end / 9).keep(4), how);
    }

    private static double differences(Way way) {
        Solution whole = way.simulation().solve(way.how());
        try {
            Path folder = Files.createTempDirectory("dualflow-restart-");
            Path file = folder.resolve("state");
            try {
                for (int quarter = 1; quarter <= 3; quarter++) {
                    long last = quarter * whole.steps() / 4;
                    solve(way, file, (time, end, step, steps) -> steps < last);
                }
                long[] first = {Long.MAX_VALUE};
                Solution continued = solve(way, file, (time, end, step, steps) -> {
                    first[0] = Math.min(first[0], steps);
                    return true;
                });
                int begunAnew = first[0] > whole.steps() / 2 ? 0 : 1;
                return begunAnew + differences(content(whole), content(continued));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Solution solve(Way way, Path file, Progress progress) {
        Checkpoints checkpoints = new CheckpointFile(file, way.name(), Double.MAX_VALUE);
        return way.simulation().solve(way.how(), progress, checkpoints);
    }

    private static double differences(List<Double> expected, List<Double> found) {
        int different = Math.abs(expected.size() - found.size());
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            // Double.equals tells the two zeros apart, and no two numbers that are alike.
            different += expected.get(i).equals(found.get(i)) ? 0 : 1;
        }
        return different;
    }

    private static List<Double> content(Solution solution) {
        List<Double> all = new ArrayList<>(List.of((double) solution.steps(), (double) solution.rejections()));
        add(all, solution.times());
        solution.series().values().forEach(series -> add(all, series));
        all.addAll(solution.observables().values());
        solution.events().forEach(event -> all.addAll(List.of(event.time(), event.earliest(), event.latest())));
        solution.invariants().forEach(invariant -> all.addAll(List.of(invariant.value(), invariant.budget())));
        for (Snapshot snapshot : solution.snapshots()) {
            add(all, snapshot.state().scalars());
            snapshot.state()
                    .measures()
                    .forEach(measure -> measure.forEachBlock((x, w, n) -> {
                        for (double[] coordinate : x) {
                            add(all, java.util.Arrays.copyOf(coordinate, n));
                        }
                        add(all, java.util.Arrays.copyOf(w, n));
                    }));
        }
        return all;
    }

    private static void add(List<Double> all, double... values) {
        for (double value : values) {
            all.add(value);
        }
    }
}
