package org.dualflow.validation.agreement;

import org.dualflow.validation.study.Verdict;

/**
 * Grid, particles and exact solution as the corners of a triangle.
 *
 * @param gridError distance of the grid from the exact solution
 * @param particleError distance of the particles from it
 * @param distance distance of grid and particles
 */
public record Triangle(double gridError, double particleError, double distance) {

    /** Relative error of the three quadratures. */
    private static final double QUADRATURE = 1e-9;

    /** PASS if no side is longer than the sum of the two others. */
    public Verdict verdict() {
        double perimeter = gridError + particleError + distance;
        double longest = Math.max(gridError, Math.max(particleError, distance));
        return 2 * longest <= perimeter * (1 + QUADRATURE) ? Verdict.PASS : Verdict.FAIL;
    }
}
