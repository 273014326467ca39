package org.dualflow.validation.certificate;

/**
 * ∫∫ |∂t F + b ∂x F| dx dt over one step for reconstructions F that agree with two profiles F⁰, F¹ at its ends. With D = (F¹ - F⁰)/Δt,
 * G = -b ∂xF at the ends, ρ = ∂xF and θ the fraction of the step:
 *
 * <ul>
 *   <li><b>Linear in time.</b> The defect (1-θ)(D - G⁰) + θ(D - G¹) - θ(1-θ) Δb Δρ, linear in time up to the last term, which
 *       adds at most Δt/6 ‖Δb Δρ‖.
 *   <li><b>Quadratic in time.</b> F - ½Δt θ(1-θ) ΔG has the defect D - ½(G⁰ + G¹) - ½Δt θ(1-θ) b ∂xΔG - θ(1-θ) Δb Δρ: at most Δt ‖D - ½(G⁰
 *       + G¹)‖ + Δt²/12 ∫|b| |dΔG| + Δt/6 ‖Δb Δρ‖. It is of second order in time, the linear one of first.
 * </ul>
 *
 * The bend of b in time, b^½ - ½(b⁰ + b¹), adds its parabola to both. Either bound holds, so the smaller counts.
 */
final class Defect {

    private final Samples samples;
    private final double[] atStart = new double[Samples.PER_CELL];
    private final double[] atEnd = new double[Samples.PER_CELL];
    private final double[] average = new double[Samples.PER_CELL];
    private final double[] product = new double[Samples.PER_CELL];
    private double normLinear;
    private double normAverage;
    private double normProduct;
    private double variation;
    private double normSites;
    private double lastChange;
    private double lastSpeed;

    Defect(Samples samples) {
        this.samples = samples;
    }

    /**
     * Takes one step.
     *
     * @param p0 profile at the start
     * @param p1 profile at the end, with the same active sites
     * @param b velocities at start, middle and end, at the samples
     * @param site active site of each cell, or null
     */
    void measure(double dt, Profile p0, Profile p1, double[][] b, Site[] site) {
        normLinear = normAverage = normProduct = variation = normSites = lastChange = lastSpeed = 0;
        for (int i = 0; i < samples.cells; i++) {
            Site at = site[i];
            if (at == null) {
                cell(i, dt, p0, p1, b);
            } else {
                pass(0, 0);
                if (i == at.from()) {
                    double below = Math.abs(p1.faces[i] - p0.faces[i]) * (at.x() - samples.axis.cellLower(i));
                    double above = Math.abs(p1.faces[at.to()] - p0.faces[at.to()])
                            * (samples.axis.cellUpper(at.to() - 1) - at.x());
                    normSites += (below + above) / dt;
                }
            }
        }
        pass(0, 0);
    }

    private void cell(int i, double dt, Profile p0, Profile p1, double[][] b) {
        for (int k = 0; k < Samples.PER_CELL; k++) {
            int s = i * Samples.PER_CELL + k;
            double rate = (p1.cumulative[s] - p0.cumulative[s]) / dt;
            double g0 = -b[0][s] * p0.density[s];
            double g1 = -b[2][s] * p1.density[s];
            atStart[k] = rate - g0;
            atEnd[k] = rate - g1;
            average[k] = rate - 0.5 * (g0 + g1);
            double bend = Math.abs(b[1][s] - 0.5 * (b[0][s] + b[2][s]));
            double density = Math.max(Math.abs(p0.density[s]), Math.abs(p1.density[s]));
            product[k] = Math.abs((b[2][s] - b[0][s]) * (p1.density[s] - p0.density[s])) / 6 + 2.0 / 3 * bend * density;
            double speed = Math.max(Math.abs(b[0][s]), Math.max(Math.abs(b[1][s]), Math.abs(b[2][s])));
            pass(g1 - g0, speed);
        }
        double width = samples.cellWidth(i) / Samples.INTERVALS;
        normLinear += Integral.absolute(atStart, atEnd, Samples.INTERVALS, width);
        normAverage += Integral.absolute(average, Samples.INTERVALS, width);
        normProduct += Integral.absolute(product, Samples.INTERVALS, width);
    }

    /** One more sample of ΔG for ∫|b||dΔG|, jumps between cells included. */
    private void pass(double change, double speed) {
        variation += Math.max(speed, lastSpeed) * Math.abs(change - lastChange);
        lastChange = change;
        lastSpeed = speed;
    }

    /** The bound for F linear in time. */
    double linear(double dt) {
        return dt * (normLinear + normProduct + normSites);
    }

    /** The bound for F quadratic in time. */
    double quadratic(double dt) {
        return dt * (normAverage + dt / 12 * variation + normProduct + normSites);
    }
}
