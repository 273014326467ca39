package org.dualflow.mesh;

import java.util.Arrays;

/** Axes for tests. */
public final class AxisOfWidths {

    private AxisOfWidths() {}

    /** From 0 upwards, cells of these widths. */
    public static Axis of(Boundary boundary, double... widths) {
        double length = Arrays.stream(widths).sum();
        return Axis.graded(new Domain.Side(0, length, boundary, boundary), widths.length, u -> {
            int faces = (int) Math.round(u * widths.length);
            return Arrays.stream(widths, 0, faces).sum() / length;
        });
    }
}
