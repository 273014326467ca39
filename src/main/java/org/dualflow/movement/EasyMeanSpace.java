package org.dualflow.movement;

/**
 * Quantile functions on the line with the norm |u|² - s m(u)², m(u) = Σ w_i u_i: the metric in which gradients are those of W₂, g, plus
 * s/(1-s) m(g). Isotonic regression keeps the mean, so that it is the projection in this norm too.
 */
final class EasyMeanSpace implements Space<LineEnergy> {

    private final QuantileSpace line;
    private final double share;

    /** @param share s, in [0, 1) */
    EasyMeanSpace(QuantileSpace line, double share) {
        this.line = line;
        this.share = share;
    }

    private double mean(double[] u) {
        double sum = 0;
        double[] w = line.weights();
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * u[i];
        }
        return sum;
    }

    private double norm(double plain, double mean) {
        return Math.sqrt(Math.max(0, plain * plain - share * mean * mean));
    }

    @Override
    public int size() {
        return line.size();
    }

    @Override
    public double[] weights() {
        return line.weights();
    }

    @Override
    public void project(double[] x) {
        line.project(x);
    }

    @Override
    public double tangentNorm(double[] x, double[] pull) {
        double mean = mean(pull);
        return norm(line.tangentNorm(x, pull), mean);
    }

    @Override
    public void raise(double[] partials) {
        line.raise(partials);
        double common = share / (1 - share) * mean(partials);
        for (int i = 0; i < partials.length; i++) {
            partials[i] += common;
        }
    }

    @Override
    public void require(double[] x) {
        line.require(x);
    }

    @Override
    public double norm(double[] a) {
        return norm(line.norm(a), mean(a));
    }

    @Override
    public double distance(double[] a, double[] b) {
        return norm(line.distance(a, b), mean(a) - mean(b));
    }

    /**
     * {@inheritDoc} A movement in this metric is one in W₂ of the energy less s/(2τ) (m(x) - m(x_n))²; its bound is that of W₂, which is
     * the larger norm.
     */
    @Override
    public Mover<LineEnergy> mover() {
        Mover<LineEnergy> plain = line.mover();
        return new Mover<>() {
            @Override
            Movement minimise(LineEnergy energy, double[] from, double rate, double[] x) {
                LineEnergy easier = new MeanEnergy(line.weights(), -share * rate, mean(from));
                return plain.withAccuracy(accuracy()).minimise(new SumEnergy(energy, easier), from, rate, x);
            }
        };
    }
}
