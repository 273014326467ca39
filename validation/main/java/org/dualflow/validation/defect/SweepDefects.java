package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in sweeps. */
final class SweepDefects {

    private SweepDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "last-shard-empty",
                        "shards are counted from 1 where points are counted from 0",
                        "validation/sweep/Shard",
                        "point % of == number - 1",
                        "point % of == number",
                        "sweep-independent-of-engine"),
                Defect.of(
                        "records-in-single-precision",
                        "records of points are read back in single precision",
                        "validation/sweep/PointRecord",
                        "Double.parseDouble(line.substring(tab + 1))",
                        "(double) Float.parseFloat(line.substring(tab + 1))",
                        "sweep-independent-of-engine"),
                Defect.of(
                        "seed-of-the-moment",
                        "a replicate's seed is whatever number comes next, not a function of the point",
                        "validation/sweep/Seeds",
                        "return number(number(base, combination), replicate) >>> (Long.SIZE - KEPT);",
                        "return number(System.nanoTime(), replicate) >>> (Long.SIZE - KEPT);",
                        "sweep-independent-of-engine"),
                Defect.of(
                        "bracket-of-the-wrong-side",
                        "a bisection keeps the half without the boundary",
                        "validation/sweep/Bisection",
                        "if (threshold.isExceededBy(there.getAsDouble()) == rises) {",
                        "if (threshold.isExceededBy(there.getAsDouble()) != rises) {",
                        "sweep-bisection-exact",
                        "kernel-gan-centre-edge"),
                Defect.of(
                        "table-without-results",
                        "a table keeps the results that all points have, and begins with none",
                        "validation/sweep/SweepTable",
                        "names.addAll(point.values().keySet())",
                        "names.retainAll(point.values().keySet())",
                        "sweep-independent-of-engine"));
    }
}
