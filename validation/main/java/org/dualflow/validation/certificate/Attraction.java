package org.dualflow.validation.certificate;

/**
 * Aggregation b[μ] = -∂W * μ for the two potentials whose growth rate is known to be zero.
 */
public enum Attraction implements CertifiedField {
    /**
     * W = |x|: b = 1 - 2F, so F solves the conservation law ∂t F + ∂x(F - F²) = 0, whose entropy solutions contract in
     * L¹. F is increasing and F - F² concave, so every monotone F_h is entropic whatever its jumps: the
     * Lipschitz constants of b in x and in μ need not be added, their sum is replaced by 0.
     */
    POINTY {
        @Override
        public void velocities(Frame frame, double[] out) {
            for (int i = 0; i < frame.n(); i++) {
                out[i] = 1 - 2 * frame.cumulative()[i];
            }
        }
    },
    /**
     * W = x²/2: b = -(x - m). One-sided Lipschitz constant -1, and |b[μ] - b[ν]| = |m_μ - m_ν| ≤ W₁(μ, ν) adds 1.
     */
    QUADRATIC {
        @Override
        public void velocities(Frame frame, double[] out) {
            for (int i = 0; i < frame.n(); i++) {
                out[i] = frame.mean() - frame.x()[i];
            }
        }
    };

    @Override
    public double growth(Frame frame) {
        return 0;
    }

    @Override
    public boolean isPrescribed() {
        return false;
    }
}
