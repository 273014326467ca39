package org.dualflow.validation.defect;

import java.util.List;

/** Memories that a checkpoint forgets. */
final class RestartDefects {

    private static final String CLAIM = "restart-same-bits";

    private RestartDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "checkpoint-never-restored",
                        "what a checkpoint holds is not looked at: every run begins anew",
                        "restart/CheckpointFile",
                        "if (!Files.exists(file)) {",
                        "if (Files.exists(file) || !Files.exists(file)) {",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-step-size",
                        "a continued implicit flow begins with its first step size",
                        "fv/implicit/StepControl",
                        "wanted = tape.number(wanted);",
                        "tape.number(wanted);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-last-error",
                        "the controller of a continued implicit flow has no error before",
                        "fv/implicit/StepControl",
                        "before = tape.number(before);",
                        "tape.number(before);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-batches",
                        "continued training draws its batches from the beginning",
                        "training/Batches",
                        "            stream.split();",
                        "            Math.abs(k);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-fit",
                        "the fit of a discriminator starts from zero again",
                        "particle/adversarial/DiscriminatorVelocity",
                        "tape.numbers(fit.c);",
                        "tape.numbers(fit.c.clone());",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-variances",
                        "mass lies at the centre of its cell's mass again",
                        "fv/remap/SemiLagrangianState",
                        "tape.numbers(variance[s][d]);",
                        "tape.numbers(new double[variance[s][d].length][variance[s][d][0].length]);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-outflow",
                        "what left particles before the restart is not counted",
                        "measure/CompensatedSum",
                        "sum = tape.number(sum);",
                        "tape.number(sum);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-crossings",
                        "detectors report what happened before once more",
                        "run/Crossing",
                        "done = tape.flag(done);",
                        "tape.flag(done);",
                        CLAIM),
                Defect.of(
                        "checkpoint-forgets-breaches",
                        "the largest error of the mass before the restart is forgotten",
                        "run/Watch",
                        "tape.numbers(massError);",
                        "tape.numbers(massError.clone());",
                        CLAIM));
    }
}
