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

    /** As many decimals as show two digits of the uncertainty, at least four significant ones. */
    static String number(double x, double uncertainty) {
        if (!(uncertainty > 0) || Double.isInfinite(uncertainty) || x == 0) {
            return number(x);
        }
        int digits = 2 + exponent(x) - exponent(uncertainty);
        if (digits <= 4) {
            return number(x);
        }
        int decimals = Math.min(digits, 17) - 1 - exponent(x);
        double a = Math.abs(x);
        return a >= 1e-3 && a < 1e6 && decimals >= 0
                ? String.format(Locale.ROOT, "%." + decimals + "f", x)
                : String.format(Locale.ROOT, "%." + (Math.min(digits, 17) - 1) + "e", x);
    }

    private static int exponent(double x) {
        return (int) Math.floor(Math.log10(Math.abs(x)));
    }

    /** Three decimals, as orders are printed. */
    static String order(double p) {
        return Double.isFinite(p) ? String.format(Locale.ROOT, "%.3f", p) : "–";
    }
}
