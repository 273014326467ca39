package org.dualflow.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Discretisation uncertainty of a functional from four or more grids with scatter, after Eça and Hoekstra, J. Comput.
 * Phys. 262 (2014) 104–130.
 *
 * <p>φ_i = φ₀ + α h_i^p is fitted by least squares, unweighted and weighted by 1/h_i; the fit with the smaller
 * standard deviation σ counts. If p &gt; 2 the better of φ₀ + αh and φ₀ + αh² replaces it; if p &lt; ½ or no p exists,
 * the best of these two and φ₀ + αh + βh². The estimate of the error on the finest grid is ε = |φ₁ - φ₀|. With Δφ = (max φ - min φ)/(n - 1)
 * and F = 1.25 if ½ ≤ p ≤ 2.1 and σ &lt; Δφ, else 3:
 *
 * <pre>  U = F ε + σ + |φ₁ - fit₁|   if σ &lt; Δφ,      U = 3 (σ/Δφ) (ε + σ + |φ₁ - fit₁|)   otherwise.</pre>
 *
 * @param order p of the power-law fit; NaN if a fit with fixed powers was taken
 * @param value φ₀
 * @param deviation σ
 * @param uncertainty U on the finest grid: φ₁ - U ≤ φ ≤ φ₁ + U with 95 % coverage as the authors' aim
 */
public record LeastSquaresUncertainty(double order, double value, double deviation, double uncertainty) {

    /** A value on a grid. */
    public record Value(double h, double phi) {}

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 2;

    /**
     * @param values one per grid, at least four with different h
     */
    public static LeastSquaresUncertainty of(List<Value> values) {
        List<Value> grids = new ArrayList<>(values);
        grids.sort(Comparator.comparingDouble(Value::h));
        if (grids.size() < 4) {
            throw new IllegalArgumentException("grids = " + grids.size() + ": at least 4 are allowed");
        }
        List<PowerFit> powers = List.of(PowerFit.best(grids, false), PowerFit.best(grids, true));
        PowerFit fit = better(powers);
        double p = fit.power();
        if (p > HIGHEST) {
            fit = better(fixed(grids, false));
        } else if (!(p >= LOWEST)) {
            fit = better(fixed(grids, true));
        }
        return of(grids, fit, p >= LOWEST && p <= HIGHEST + 0.1, p >= LOWEST && p <= HIGHEST ? p : Double.NaN);
    }

    private static LeastSquaresUncertainty of(List<Value> grids, PowerFit fit, boolean reliable, double p) {
        double max = grids.stream().mapToDouble(Value::phi).max().orElseThrow();
        double min = grids.stream().mapToDouble(Value::phi).min().orElseThrow();
        double range = (max - min) / (grids.size() - 1);
        Value finest = grids.get(0);
        double epsilon = Math.abs(finest.phi() - fit.limit());
        double misfit = Math.abs(finest.phi() - fit.at(finest.h()));
        double sigma = fit.deviation();
        double u;
        if (range == 0) {
            u = 0;
        } else if (sigma < range) {
            u = (reliable ? 1.25 : 3) * epsilon + sigma + misfit;
        } else {
            u = 3 * sigma / range * (epsilon + sigma + misfit);
        }
        return new LeastSquaresUncertainty(p, fit.limit(), sigma, u);
    }

    private static List<PowerFit> fixed(List<Value> grids, boolean both) {
        List<PowerFit> fits = new ArrayList<>();
        for (boolean weighted : new boolean[] {false, true}) {
            fits.add(PowerFit.of(grids, weighted, 1));
            fits.add(PowerFit.of(grids, weighted, 2));
            if (both) {
                fits.add(PowerFit.of(grids, weighted, 1, 2));
            }
        }
        return fits;
    }

    private static PowerFit better(List<PowerFit> fits) {
        return fits.stream()
                .min(Comparator.comparingDouble(PowerFit::deviation))
                .orElseThrow();
    }
}
