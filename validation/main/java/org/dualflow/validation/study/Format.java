package org.dualflow.validation.study;

import java.util.Locale;

/** Numbers as tables print them, the same on every machine. */
final class Format {

    private Format() {}

    /** Four significant digits. */
    static String number(double x) {
        if (x == 0) {
            return "0";
        }
        double a = Math.abs(x);
        return a >= 1e-3 && a < 1e4 ? String.format(Locale.ROOT, "%.4g", x) : String.format(Locale.ROOT, "%.3e", x);
    }

    /** Three decimals, as orders are printed. */
    static String order(double p) {
        return Double.isFinite(p) ? String.format(Locale.ROOT, "%.3f", p) : "–";
    }
}
