package org.dualflow.validation.report;

import java.util.Locale;

/** Numbers for people, the same on every machine. */
public final class Numbers {

    private Numbers() {}

    /** Up to {@code digits} significant digits, with an exponent where that is shorter. */
    public static String significant(double x, int digits) {
        if (x == 0) {
            return "0";
        }
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        double a = Math.abs(x);
        if (a >= 1e-3 && a < 1e6) {
            int whole = (int) Math.floor(Math.log10(a)) + 1;
            return String.format(Locale.ROOT, "%." + Math.max(0, digits - whole) + "f", x);
        }
        return String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
    }

    /** Four significant digits. */
    public static String brief(double x) {
        return significant(x, 4);
    }

    /** A time span: 0.12 s, 3.4 s, 2 min 05 s. */
    public static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 0.995 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** A number of bytes: 3.2 MB. */
    public static String bytes(double bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double value = bytes;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
