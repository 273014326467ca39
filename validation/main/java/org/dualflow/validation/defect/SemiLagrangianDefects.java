package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the semi-Lagrangian solver. */
final class SemiLagrangianDefects {

    private SemiLagrangianDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "foot-sign",
                        "feet are traced forwards",
                        "fv/remap/RemapTracer",
                        "feet[i] = ends[i] - dt * slope[i];",
                        "feet[i] = ends[i] + dt * slope[i];",
                        "semi-lagrangian-slab-first-order"),
                Defect.of(
                        "foot-half-step",
                        "feet are traced over half of the step",
                        "fv/remap/RemapTracer",
                        "feet[i] = ends[i] - dt * slope[i];",
                        "feet[i] = ends[i] - 0.5 * dt * slope[i];",
                        "semi-lagrangian-slab-first-order",
                        "semi-lagrangian-dirac-half-order",
                        "semi-lagrangian-moments-second-order",
                        "semi-lagrangian-moments-dirac-exact",
                        "gan-grid-critic-first-order"),
                Defect.of(
                        "foot-first-order",
                        "feet are traced with the velocity at the face instead of the one halfway",
                        "fv/remap/RemapTracer",
                        "slope = later;",
                        "slope = first;",
                        "semi-lagrangian-circle-second-order"),
                Defect.of(
                        "remap-stale-field",
                        "the field of the step is that of its beginning",
                        "fv/remap/SemiLagrangianTransport",
                        "freeze(time + 0.5 * dt, next);",
                        "freeze(time, current);",
                        "semi-lagrangian-walls-second-order"),
                Defect.of(
                        "remap-whole-predictor",
                        "the predictor makes the whole step",
                        "fv/remap/SemiLagrangianTransport",
                        "predict(0.5 * dt)",
                        "predict(dt)",
                        "gan-grid-generator-second-order"),
                Defect.of(
                        "remap-mirrored-fraction",
                        "the fraction of a cell below a foot is measured from the wrong face",
                        "fv/remap/RemapMasses",
                        "(cuts.cut[k] - faces[i]) / (faces[i + 1] - faces[i])",
                        "(faces[i + 1] - cuts.cut[k]) / (faces[i + 1] - faces[i])",
                        "semi-lagrangian-linear-second-order"),
                Defect.of(
                        "linear-profile-flat-left",
                        "the linear reconstruction is tilted at one end of the cell only",
                        "fv/remap/RemapProfile",
                        "left[i] = mass[i] - 0.5 * slope[i] * width[i];",
                        "left[i] = mass[i];",
                        "semi-lagrangian-linear-second-order"),
                Defect.of(
                        "linear-profile-mirrored",
                        "the linear reconstruction uses the jump below where the jump above belongs",
                        "fv/remap/RemapProfile",
                        "slopeWeight[0][i] * below + slopeWeight[1][i] * above",
                        "slopeWeight[0][i] * below + slopeWeight[1][i] * below",
                        "semi-lagrangian-linear-second-order"),
                Defect.of(
                        "parabola-integral",
                        "a third of the bend becomes a half in the integral of the parabola",
                        "fv/remap/RemapMasses",
                        "theta * bend / 3",
                        "theta * bend / 2",
                        "semi-lagrangian-parabolic-third-order"),
                Defect.of(
                        "slab-half-width",
                        "the half-width of a slab of given variance is √2 instead of √3 deviations",
                        "fv/remap/RemapSlabs",
                        "SQRT3 = Math.sqrt(3.0)",
                        "SQRT3 = Math.sqrt(2.0)",
                        "semi-lagrangian-moments-slab-exact"),
                Defect.of(
                        "variance-between-pieces",
                        "merged pieces forget the distance of their means",
                        "fv/remap/RemapMoments",
                        "(before > 0 ? distance * distance * before * share : 0)",
                        "0",
                        "semi-lagrangian-moments-slab-exact"),
                Defect.of(
                        "merged-mean-unweighted",
                        "the mean of two merged pieces ignores their masses",
                        "fv/remap/RemapMoments",
                        "out.mean[d][j] + distance * share : mean",
                        "out.mean[d][j] + 0.5 * distance : mean",
                        "semi-lagrangian-moments-slab-exact"),
                Defect.of(
                        "remap-wall-leaks",
                        "what is traced beyond the upper wall is dropped",
                        "fv/remap/RemapCuts",
                        "point(n + 1, axis.side().atUpper() == Boundary.OPEN ? OUTFLOW : n - 1, ends[n]);",
                        "point(n + 1, OUTFLOW, ends[n]);",
                        "wall-collects-everything"),
                Defect.of(
                        "remap-wall-short",
                        "what is traced beyond the upper wall stays a cell before it",
                        "fv/remap/RemapCuts",
                        "Boundary.OPEN ? OUTFLOW : n - 1",
                        "Boundary.OPEN ? OUTFLOW : n - 2",
                        "wall-collects-everything"),
                Defect.of(
                        "outflow-counted-again",
                        "what left in the steps before leaves once more",
                        "fv/remap/SemiLagrangianTransport",
                        "leaving[s] = 0;",
                        "",
                        "open-ends-account-for-mass"));
    }
}
