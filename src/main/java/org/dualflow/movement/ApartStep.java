package org.dualflow.movement;

/**
 * Newton's direction -H⁻¹ g for H = tridiagonal - c w wᵀ, by elimination and the formula of Sherman and Morrison; and how far one may go
 * before neighbours meet.
 */
final class ApartStep {

    /** The largest share of a gap that one step may close. */
    private static final double REACH = 0.9;

    private final QuantileSpace space;
    private final int n;
    private final double[] w;
    private final double[] pivot;
    private final double[] other;

    ApartStep(QuantileSpace space) {
        this.space = space;
        this.n = space.size();
        this.w = space.weights();
        this.pivot = new double[n];
        this.other = new double[n];
    }

    /**
     * @param direction receives the direction
     * @return whether H is positive definite
     */
    boolean solve(double[] g, double[] diagonal, double[] coupling, double c, double[] direction) {
        if (!factor(diagonal, coupling)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            direction[i] = -g[i];
            other[i] = w[i];
        }
        substitute(coupling, direction);
        if (c == 0) {
            return true;
        }
        substitute(coupling, other);
        double own = 0;
        double along = 0;
        for (int i = 0; i < n; i++) {
            own += w[i] * other[i];
            along += w[i] * direction[i];
        }
        double share = c * along / (1 - c * own);
        for (int i = 0; i < n; i++) {
            direction[i] += share * other[i];
        }
        return c * own < 1;
    }

    private boolean factor(double[] diagonal, double[] coupling) {
        boolean positive = true;
        double p = 0;
        for (int i = 0; i < n; i++) {
            double b = coupling[i];
            p = i == 0 ? diagonal[0] : diagonal[i] - b * b / p;
            positive &= p > 0;
            pivot[i] = p;
        }
        return positive;
    }

    private void substitute(double[] coupling, double[] b) {
        for (int i = 1; i < n; i++) {
            b[i] -= coupling[i] / pivot[i - 1] * b[i - 1];
        }
        b[n - 1] /= pivot[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            b[i] = (b[i] - coupling[i + 1] * b[i + 1]) / pivot[i];
        }
    }

    /** The longest step, at most 1, that leaves a tenth of every gap, walls included. */
    double reach(double[] x, double[] direction) {
        double most = 1;
        double below = space.lower();
        double speed = 0;
        for (int i = 0; i < n; i++) {
            most = limited(most, x[i] - below, speed - direction[i]);
            below = x[i];
            speed = direction[i];
        }
        return limited(most, space.upper() - below, speed);
    }

    private static double limited(double most, double gap, double closing) {
        return closing > 0 ? Math.min(most, REACH * gap / closing) : most;
    }

    /** Whether places are in order and, if asked, none equal. */
    boolean ordered(double[] x, boolean strictly) {
        boolean ok = true;
        for (int i = 1; i < n; i++) {
            ok &= strictly ? x[i] > x[i - 1] : x[i] >= x[i - 1];
        }
        return ok;
    }
}
