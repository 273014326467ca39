package org.dualflow.fv;

/**
 * Plain Java loops in the shapes that the JIT compiler vectorises: one index for all arrays, few loads, no branch.
 */
final class PlainRowKernels implements RowKernels {

    /** Keeps quotients defined for empty neighbourhoods. */
    private static final double TINY = Double.MIN_NORMAL;

    /** Scale of products of jumps: powers of two are exact, and products of jumps from 1e-265 to 1e33 stay in range. */
    private static final double SCALE = 0x1p800;

    /**
     * Shortens slopes and edge values by 32 units of 2⁻⁵³: their roundings are at most 12, so |h| ≤ min(|x|, |y|) and edge
     * values ≥ 0 hold as computed.
     */
    private static final double ALMOST_ONE = 1 - 0x1p-48;

    private static final double HALF_UNSCALED = 0x1p-801 * ALMOST_ONE;

    private final OwnSlopes own = new OwnSlopes();

    @Override
    public void upwind(double[] below, double[] above, double[] a, double[] f, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = a[i];
            double abs = Math.abs(v);
            f[i] = (v + abs) * below[i] + (v - abs) * above[i];
        }
    }

    /**
     * One of the two products of a flux is zero, so the fused multiply-add rounds as the plain sum does. All loads come
     * before the stores and there are few operations: otherwise two stores are not vectorised.
     */
    @Override
    public void upwind(
            double[] below,
            double[] here,
            double[] a,
            double[] f,
            double[] above,
            double[] b,
            double[] g,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            double v = a[i];
            double w = b[i];
            double m = here[i];
            double p = below[i];
            double q = above[i];
            double absV = Math.abs(v);
            double absW = Math.abs(w);
            double x = Math.fma(v + absV, p, (v - absV) * m);
            double y = Math.fma(w + absW, m, (w - absW) * q);
            f[i] = x;
            g[i] = y;
        }
    }

    @Override
    public void donor(double[] m, double[] a, double[] low, double[] high, int from, int to) {
        for (int i = from; i < to; i++) {
            high[i] = (a[i] + Math.abs(a[i])) * m[i];
        }
        for (int i = from; i < to; i++) {
            low[i] = (a[i] - Math.abs(a[i])) * m[i];
        }
    }

    @Override
    public void add(double[] below, double[] above, double[] f, int from, int to) {
        for (int i = from; i < to; i++) {
            f[i] = below[i] + above[i];
        }
    }

    private static double minmod(double x, double y) {
        return Math.max(0.0, Math.min(x, y)) + Math.min(0.0, Math.max(x, y));
    }

    /**
     * Half the harmonic mean of two jumps as (x|y| + |x|y)/(|x| + |y|): symmetric to the last bit, and exactly zero if the signs
     * differ.
     */
    private static double vanLeer(double x, double y) {
        double scaled = SCALE * x;
        double v = Math.abs(y);
        return (scaled * v + Math.abs(scaled) * y) / (Math.abs(x) + v + TINY) * HALF_UNSCALED;
    }

    private static double monotonisedCentral(double x, double y) {
        double c = 0.5 * (x + y);
        return Math.max(0.0, Math.min(2 * Math.min(x, y), c)) + Math.min(0.0, Math.max(2 * Math.max(x, y), c));
    }

    private static double superbee(double x, double y) {
        return Math.max(0.0, Math.max(Math.min(2 * x, y), Math.min(x, 2 * y)))
                + Math.min(0.0, Math.min(Math.max(2 * x, y), Math.max(x, 2 * y)));
    }

    @Override
    public void limited(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] low,
            double[] high,
            int from,
            int to) {
        switch (limiter.rule()) {
            case NONE -> {
                System.arraycopy(here, from, low, from, to - from);
                System.arraycopy(here, from, high, from, to - from);
            }
            case MINMOD -> {
                for (int i = from; i < to; i++) {
                    double m = here[i];
                    double h = 0.5 * minmod(m - below[i], above[i] - m);
                    low[i] = m - h;
                    high[i] = m + h;
                }
            }
            case VAN_LEER -> {
                for (int i = from; i < to; i++) {
                    double m = here[i];
                    double h = vanLeer(m - below[i], above[i] - m);
                    low[i] = m - h;
                    high[i] = m + h;
                }
            }
            case MC -> {
                for (int i = from; i < to; i++) {
                    double m = here[i];
                    double h = 0.5 * monotonisedCentral(m - below[i], above[i] - m);
                    low[i] = m - h;
                    high[i] = m + h;
                }
            }
            case SUPERBEE -> {
                for (int i = from; i < to; i++) {
                    double m = here[i];
                    double h = 0.5 * superbee(m - below[i], above[i] - m);
                    low[i] = m - h;
                    high[i] = m + h;
                }
            }
            case OWN -> own.fill(limiter, below, here, above, low, high, from, to);
        }
    }

    @Override
    public void limited(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] alpha,
            double[] beta,
            double[] low,
            double[] high,
            int from,
            int to) {
        if (limiter.rule() == Limiter.Rule.OWN) {
            own.fill(limiter, below, here, above, alpha, beta, low, high, from, to);
            return;
        }
        double steepness = limiter.steepness();
        for (int i = from; i < to; i++) {
            double x = here[i] - below[i];
            double y = above[i] - here[i];
            double p = alpha[i] * x;
            double q = beta[i] * y;
            double h =
                    switch (limiter.rule()) {
                        case NONE -> 0;
                        case MINMOD -> 0.5 * minmod(p, q);
                        case VAN_LEER -> vanLeer(p, q);
                        case MC -> 0.5 * monotonisedCentral(p, q);
                        case SUPERBEE -> 0.5 * superbee(p, q);
                        case OWN -> throw new IllegalStateException("limiter " + limiter);
                    };
            double bound = steepness * Math.min(Math.abs(x), Math.abs(y));
            double slope = Math.max(-bound, Math.min(bound, h));
            low[i] = here[i] - slope;
            high[i] = here[i] + slope;
        }
    }

    @Override
    public void weno(double[][] m, double[] low, double[] high, int from, int to) {
        double[] ww = m[0];
        double[] w = m[1];
        double[] c = m[2];
        double[] e = m[3];
        double[] ee = m[4];
        for (int i = from; i < to; i++) {
            double s0 = smoothness(ww[i] - 2 * w[i] + c[i], (ww[i] - w[i]) - 3 * (w[i] - c[i]));
            double s1 = smoothness((w[i] + e[i]) - 2 * c[i], w[i] - e[i]);
            double s2 = smoothness(ee[i] - 2 * e[i] + c[i], (ee[i] - e[i]) - 3 * (e[i] - c[i]));
            double tau = Math.abs(s0 - s2);
            double r0 = tau / (s0 + SMOOTH);
            double r1 = tau / (s1 + SMOOTH);
            double r2 = tau / (s2 + SMOOTH);
            double a0 = 1 + r0 * r0;
            double a1 = 6 * (1 + r1 * r1);
            double a2 = 1 + r2 * r2;
            high[i] = edge(ww[i], w[i], c[i], e[i], ee[i], a0, a1, 3 * a2);
            low[i] = edge(ee[i], e[i], c[i], w[i], ww[i], a2, a1, 3 * a0);
        }
        for (int i = from; i < to; i++) {
            double middle = 1.2 * c[i] - 0.1 * (low[i] + high[i]);
            double least = Math.min(Math.min(0.0, middle), Math.min(low[i], high[i]));
            double theta = ALMOST_ONE * (c[i] / (c[i] - least + TINY));
            low[i] = c[i] + theta * (low[i] - c[i]);
            high[i] = c[i] + theta * (high[i] - c[i]);
        }
    }

    private static final double SMOOTH = 1e-40;

    /** Jiang and Shu's indicator from a second difference and four times a first one. */
    private static double smoothness(double second, double first) {
        return 13.0 / 12 * (second * second) + 0.25 * (first * first);
    }

    /** The value at the face between {@code c} and {@code e}. */
    private static double edge(double ww, double w, double c, double e, double ee, double a0, double a1, double a2) {
        double q0 = 2 * ww - 7 * w + 11 * c;
        double q1 = 5 * c - w + 2 * e;
        double q2 = 2 * c + 5 * e - ee;
        return (a0 * q0 + a1 * q1 + a2 * q2) / (6 * (a0 + a1 + a2));
    }

    @Override
    public void difference(double[] below, double[] above, double c, double[] t, int from, int to) {
        for (int i = from; i < to; i++) {
            t[i] = c * (above[i] - below[i]);
        }
    }

    @Override
    public void addDifference(double[] below, double[] above, double c, double[] t, int from, int to) {
        for (int i = from; i < to; i++) {
            t[i] = t[i] + c * (above[i] - below[i]);
        }
    }

    @Override
    public void subtract(double[] s, double c, double[] t, int from, int to) {
        for (int i = from; i < to; i++) {
            t[i] = t[i] - c * s[i];
        }
    }

    @Override
    public void euler(double[] m, double[] t, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = m[i] - t[i];
        }
    }

    @Override
    public void relax(double[] m, double[] t, double[] start, double weight, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = m[i] - t[i];
            out[i] = v + weight * (start[i] - v);
        }
    }

    /** The loads come before the stores: otherwise two stores are not vectorised, and with a third term they never are. */
    @Override
    public void advance(
            double[] m,
            double[] west,
            double[] east,
            double cx,
            double[] south,
            double[] north,
            double cy,
            double[] start,
            double weight,
            double[] out,
            double[] defect,
            boolean inspected,
            int from,
            int to) {
        if (weight != 0 && inspected) {
            for (int i = from; i < to; i++) {
                double v = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - south[i]));
                out[i] = v + weight * (start[i] - v);
            }
            for (int i = from; i < to; i++) {
                defect[i] = defect[i] + (Math.abs(out[i]) - out[i]);
            }
        } else if (weight != 0) {
            for (int i = from; i < to; i++) {
                double v = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - south[i]));
                out[i] = v + weight * (start[i] - v);
            }
        } else if (inspected) {
            for (int i = from; i < to; i++) {
                double before = defect[i];
                double v = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - south[i]));
                double after = before + (Math.abs(v) - v);
                out[i] = v;
                defect[i] = after;
            }
        } else {
            for (int i = from; i < to; i++) {
                out[i] = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - south[i]));
            }
        }
    }

    @Override
    public void defect(double[] m, double[] defect, int from, int to) {
        for (int i = from; i < to; i++) {
            defect[i] = defect[i] + (Math.abs(m[i]) - m[i]);
        }
    }

    @Override
    public void scale(double[] x, double factor, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = factor * x[i];
        }
    }

    @Override
    public void scale(double[] x, double[] factors, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = factors[i] * x[i];
        }
    }
}
