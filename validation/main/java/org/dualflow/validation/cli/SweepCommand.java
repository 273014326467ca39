package org.dualflow.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dualflow.validation.io.CaseTemplate;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.sweep.ClusterEngine;
import org.dualflow.validation.sweep.Shard;
import org.dualflow.validation.sweep.Sweep;
import org.dualflow.validation.sweep.SweepEngine;
import org.dualflow.validation.sweep.SweepFolder;
import org.dualflow.validation.sweep.SweepReader;
import org.dualflow.validation.sweep.SweepRequest;
import org.dualflow.validation.sweep.SweepResults;
import org.dualflow.validation.sweep.ThreadEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Solves one case for many values of its keys. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Solve one case for all combinations of some of its values, into one table.")
final class SweepCommand implements Callable<Integer> {

    /** The share of the memory that points may take which are solved at one time. */
    private static final double SHARE_OF_MEMORY = 0.8;

    @Option(
            names = "--over",
            paramLabel = "path=a:b:n|path=v1,v2,...",
            description = "Vary a value of the case: n numbers from a to b (a:b:n:log for a constant ratio), or these"
                    + " values. May be repeated: all combinations are solved.")
    private List<String> overs = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Solve every combination N times; every key \"seed\" of the case gets a seed for each.")
    private @Nullable Integer seeds;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Solve only part K of N equal parts; the part that is finished last writes the tables.")
    private @Nullable String shard;

    @Option(names = "--resume", description = "Continue: keep the points that are finished.")
    private boolean resume;

    @Option(
            names = "--plot",
            paramLabel = "TEXT",
            description = "Draw the results whose name contains this; may be repeated (default: those that vary).")
    private List<String> plots = new ArrayList<>();

    @Option(
            names = "--boundary",
            paramLabel = "RESULT=LEVEL",
            description =
                    "Find where this result comes to exceed this level: along the last of two axes, drawn into the"
                            + " maps, or along what --bisect names.")
    private @Nullable String boundary;

    @Option(
            names = "--bisect",
            paramLabel = "path=a:b:width",
            description = "At every point, halve this value of the case between a and b to within width, and keep the"
                    + " boundary only.")
    private @Nullable String bisect;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Compute on Apache Spark at this address, such as local[*] or spark://host:7077 (needs the"
                    + " module cluster).")
    private @Nullable String spark;

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        if (overs.isEmpty() && seeds == null && bisect == null) {
            throw new ParameterException(
                    command.commandLine(), "nothing is varied: --over, --seeds or --bisect must be given");
        }
        Shard part = part();
        Optional<ClusterEngine> cluster = cluster();
        SweepReader.Checked checked = SweepReader.read(
                source.path(),
                CaseTemplate.text(source.path()),
                new SweepRequest(
                        source.overrides(),
                        overs,
                        Optional.ofNullable(seeds),
                        Optional.ofNullable(bisect),
                        Optional.ofNullable(boundary)));
        Path target = output.folder(checked.first().file().name() + "-sweep");
        SweepFolder folder = new SweepFolder(target, checked.plan(), part);
        folder.check(resume);
        SweepEngine engine = engine(cluster, checked, err);
        SweepResults results = new SweepResults(
                checked.first().file().name(),
                checked.first().file().title(),
                checked.plan(),
                checked.boundary(),
                Provenance.now(typed() + " (" + engine.describe() + ")", threads.count(), drawn(checked)));
        Sweep sweep = new Sweep(checked.plan(), folder, part);
        try (Interruption interruption = new Interruption()) {
            folder.begin(resume, results.interrupted());
            try (SweepProgress progress =
                    new SweepProgress(err, checked.first().file().name())) {
                sweep.solve(engine, progress, interruption::requested);
            }
            Sweep.Gathered gathered = sweep.gather();
            if (!gathered.damaged().isEmpty()) {
                gathered.damaged().forEach(record -> err.println(record + ": --resume computes it again"));
                return Dualflow.BAD_INPUT;
            }
            return gathered.missing() > 0
                    ? incomplete(results, gathered, interruption.requested())
                    : finish(results, folder, gathered, target, err);
        }
    }

    private Shard part() throws BadCaseException {
        if (shard == null) {
            return Shard.WHOLE;
        }
        Optional<Shard> part = Shard.parse(shard);
        if (part.isEmpty()) {
            throw refused("--shard", shard, "k/n with integers 1 ≤ k ≤ n is allowed, such as 1/4");
        }
        return part.get();
    }

    private Optional<ClusterEngine> cluster() throws BadCaseException {
        Optional<ClusterEngine> cluster = spark == null ? Optional.empty() : ClusterEngine.find();
        if (spark != null && cluster.isEmpty()) {
            throw refused("--spark", spark, "allowed with dualflow-cluster.jar only (mvn -Pcluster package)");
        }
        return cluster;
    }

    private static BadCaseException refused(String option, String value, String allowed) {
        return new BadCaseException(List.of(new CaseProblem(option, 0, "", value, allowed)));
    }

    private SweepEngine engine(Optional<ClusterEngine> cluster, SweepReader.Checked checked, PrintWriter err) {
        if (cluster.isPresent() && spark != null) {
            return cluster.get().on(spark);
        }
        double room = SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory() / Math.max(1, checked.bytes());
        int fitting = (int) Math.max(1, Math.min(threads.count(), room));
        if (fitting < threads.count()) {
            err.println(fitting + " points at one time: there is no memory for more (java -Xmx)");
        }
        return new ThreadEngine(fitting);
    }

    private List<Long> drawn(SweepReader.Checked checked) {
        return checked.plan().replicates() > 0
                ? List.copyOf(checked.plan().seeds().values())
                : RunCommand.seeds(checked.first());
    }

    private String typed() {
        StringBuilder typed = new StringBuilder(source.command("sweep"));
        overs.forEach(over -> typed.append(" --over ").append(over));
        typed.append(seeds == null ? "" : " --seeds " + seeds);
        typed.append(bisect == null ? "" : " --bisect " + bisect);
        typed.append(boundary == null ? "" : " --boundary " + boundary);
        typed.append(shard == null ? "" : " --shard " + shard);
        typed.append(spark == null ? "" : " --spark " + spark);
        return typed.append(resume ? " --resume" : "").toString();
    }

    private int incomplete(SweepResults results, Sweep.Gathered gathered, boolean interrupted) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (output.json()) {
            out.print(results.interrupted());
        } else {
            out.println((interrupted ? "Interrupted: " : "Not all there yet: ")
                    + gathered.points().size() + " of "
                    + results.plan().points() + " points are finished; "
                    + (interrupted ? "--resume continues." : "the shard that finishes last writes the tables."));
        }
        out.flush();
        return interrupted ? Dualflow.FAILED : Dualflow.SUCCESS;
    }

    private int finish(SweepResults results, SweepFolder folder, Sweep.Gathered gathered, Path target, PrintWriter err)
            throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        SweepResults.Written written = results.write(folder, gathered.points(), plots);
        written.undrawn().ifPresent(err::println);
        if (output.json()) {
            out.print(written.summary());
        } else {
            out.println(results.title());
            out.println();
            out.println((written.bad() == 0 ? "Completed: " : "Not all as it should be: ") + written.explanation());
            out.println("Results: " + target.resolve("report.html") + ", " + target.resolve(SweepFolder.TABLE));
        }
        out.flush();
        return written.bad() == 0 ? Dualflow.SUCCESS : Dualflow.FAILED;
    }
}
