package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Progress;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Remark;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.report.SolutionPair;

/** What has to be solved for one case, and what is measured of the solutions. Writes nothing, shows nothing. */
public final class CaseSolver {

    private final String name;
    private final String title;
    private final List<String> equations;
    private final String digest;
    private final List<ExpectSpec> expectations;
    private final List<Remark> remarks;
    private final Simulation simulation;
    private final Optional<Reference> reference;
    private final double referenceSeconds;
    private final List<Discretisation> discretisations = new ArrayList<>();
    private Optional<Certification.Watched> watched = Optional.empty();

    /**
     * Computes the reference, if there is one.
     *
     * @param threads that each discretisation may use
     * @param kept states kept besides the first
     */
    public CaseSolver(ReadCase read, int threads, int kept) {
        this(
                read.file().name(),
                read.file().title(),
                read.setup(),
                new Simulation(
                        read.setup().model(),
                        read.setup().initial(),
                        read.file().start(),
                        read.file().end(),
                        read.file().every(),
                        kept),
                discretisations(read.file(), threads),
                read.file().expect(),
                read.remarks(),
                read.digest());
    }

    /**
     * Computes the reference, if there is one.
     *
     * @param setup what the case means; its model and its start are those of the simulation
     * @param ways how it is solved, each of another name; the one called {@code grid} is watched for its certificate
     * @param digest tells the case from others
     */
    public CaseSolver(
            String name,
            String title,
            Setup setup,
            Simulation simulation,
            List<Discretisation> ways,
            List<ExpectSpec> expectations,
            List<Remark> remarks,
            String digest) {
        this.name = name;
        this.title = title;
        this.digest = digest;
        this.equations = setup.equations();
        this.simulation = simulation;
        this.expectations = List.copyOf(expectations);
        this.remarks = List.copyOf(remarks);
        long begun = System.nanoTime();
        reference = setup.reference().until(simulation.start(), simulation.end());
        referenceSeconds = (System.nanoTime() - begun) * 1e-9;
        for (Discretisation way : ways) {
            if (discretisations.stream().anyMatch(other -> other.name().equals(way.name()))) {
                throw new IllegalArgumentException(
                        "solutions: two are called " + way.name() + ", one of each name is allowed");
            }
            if (way.name().equals("grid")) {
                watched = Optional.of(setup.certification().watch(way));
            }
            discretisations.add(way.name().equals("grid") ? watched.orElseThrow() : way);
        }
    }

    private static List<Discretisation> discretisations(CaseFile file, int threads) {
        List<Discretisation> ways = new ArrayList<>();
        file.grid().ifPresent(spec -> ways.add(Discretisations.grid(spec).withThreads(threads)));
        file.particles()
                .ifPresent(
                        spec -> ways.add(Discretisations.particles(spec, file).withThreads(threads)));
        file.training()
                .ifPresent(spec -> ways.add(Discretisations.training(spec).withThreads(threads)));
        file.movement().ifPresent(spec -> ways.add(Discretisations.movements(spec)));
        return ways;
    }

    /** The equations, and what is recorded. */
    public Simulation simulation() {
        return simulation;
    }

    /** Grid, particles, training and movements, those that were asked for. */
    public List<Discretisation> discretisations() {
        return List.copyOf(discretisations);
    }

    /** The reference, if there is one, recorded like a solution. */
    public Optional<Solution> reference() {
        return reference.map(r -> ReferenceSolver.solve(r, simulation, referenceSeconds));
    }

    /** Solves one after the other, in this thread, and measures. */
    public RunResult solve(Provenance provenance, Progress progress) {
        List<Solution> solutions = new ArrayList<>();
        reference().ifPresent(solutions::add);
        for (Discretisation discretisation : discretisations) {
            solutions.add(simulation.solve(discretisation, progress));
        }
        return judge(provenance, solutions);
    }

    /**
     * Measures.
     *
     * @param solutions of {@link #discretisations}, after the {@link #reference}
     */
    public RunResult judge(Provenance provenance, List<Solution> solutions) {
        Map<String, Map<String, Double>> errors = new LinkedHashMap<>();
        for (Solution solution : solutions) {
            if (reference.isPresent() && !solution.name().equals("reference")) {
                errors.put(solution.name(), Distances.toReference(solution, reference.get()));
            }
        }
        List<Solution> computed =
                solutions.stream().filter(s -> !s.name().equals("reference")).toList();
        return new RunResult(
                name,
                title,
                equations,
                digest,
                provenance,
                remarks,
                solutions,
                errors,
                certificates(),
                differences(computed),
                histories(computed),
                claims(solutions, computed));
    }

    /** Distances of every two solutions that ended at one time. */
    private static Map<SolutionPair, Map<String, Double>> differences(List<Solution> computed) {
        Map<SolutionPair, Map<String, Double>> differences = new LinkedHashMap<>();
        for (int j = 1; j < computed.size(); j++) {
            for (int i = 0; i < j; i++) {
                Solution a = computed.get(i);
                Solution b = computed.get(j);
                if (a.last().time() == b.last().time()) {
                    differences.put(new SolutionPair(a.name(), b.name()), Distances.between(a, b));
                }
            }
        }
        return differences;
    }

    private static Map<SolutionPair, Map<String, double[]>> histories(List<Solution> computed) {
        Map<SolutionPair, Map<String, double[]>> histories = new LinkedHashMap<>();
        for (int j = 1; j < computed.size(); j++) {
            for (int i = 0; i < j; i++) {
                Map<String, double[]> history = Distances.overTime(computed.get(i), computed.get(j));
                if (!history.isEmpty()) {
                    histories.put(
                            new SolutionPair(
                                    computed.get(i).name(), computed.get(j).name()),
                            history);
                }
            }
        }
        return histories;
    }

    private List<ClaimLine> claims(List<Solution> solutions, List<Solution> computed) {
        List<ClaimLine> claims = new ArrayList<>();
        Optional<Solution> exact =
                solutions.stream().filter(s -> s.name().equals("reference")).findFirst();
        for (ExpectSpec expectation : expectations) {
            for (Solution solution : computed) {
                claims.add(expectation.judge(solution, exact));
            }
        }
        return claims;
    }

    private Map<String, Map<String, Double>> certificates() {
        Map<String, Map<String, Double>> certificates = new LinkedHashMap<>();
        String species = simulation.model().species().get(0).name();
        watched.flatMap(Certification.Watched::bound)
                .ifPresent(
                        bound -> certificates.put("grid", Map.of(watched.get().metric() + ":" + species, bound)));
        return certificates;
    }
}
