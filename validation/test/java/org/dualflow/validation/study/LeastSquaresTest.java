package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** The statistics behind verdicts, against numbers worked out by hand and against the normal equations. */
class LeastSquaresTest {

    private static final double CONFIDENCE = 0.95;
    /** Student's quantile with two degrees of freedom: 0.95 √(2/(1 - 0.95²)). */
    private static final double STUDENT = 0.95 * FastMath.sqrt(2 / (1 - 0.95 * 0.95));

    /** How exactly quantiles are found, which are roots of distribution functions. */
    private static final double ROOT = 1e-9;

    private static final double NORMAL = 1.959963984540054;

    private static LogLine line(double[] y, double... s) {
        return new LogLine(new double[] {-7, 0, 1, 2, 3}, y, s, 1, 5);
    }

    /** Mean (3/2, 28/10) with weights 1, 4, 4, 1; Σw(x - x̄)² = 13/2, Σw(x - x̄)(y - ȳ) = 7, χ² = 58/5 - 98/13. */
    @Test
    void aLineWithKnownDeviations() {
        LogLine line = line(new double[] {99, 1, 2, 4, 3}, 9, 1, 0.5, 0.5, 1);
        double birge = FastMath.sqrt((58 / 5.0 - 98 / 13.0) / 2);
        assertEquals(14 / 13.0, line.slope(), 1e-15);
        assertEquals(2.8 + 14 / 13.0 * 2.5, line.at(4), 1e-14);
        assertEquals(NORMAL * birge / FastMath.sqrt(6.5), line.slopeInterval(CONFIDENCE), 2 * ROOT);
        assertEquals(
                NORMAL * birge * FastMath.sqrt(0.25 + 0.1 + 6.25 / 6.5),
                line.predictionInterval(4, 0.5, CONFIDENCE),
                2 * ROOT);
        assertEquals(4 * 2.5 / 6.5, line.leverage(4, 0.5), 1e-14);
    }

    /** Deviations that the points obey too well are believed; those that they contradict are not. */
    @Test
    void deviationsAreBelievedWithinReason() {
        LogLine straight = line(new double[] {99, 1, 2, 3, 4}, 9, 1, 0.5, 0.5, 1);
        assertEquals(NORMAL / FastMath.sqrt(6.5), straight.slopeInterval(CONFIDENCE), 2 * ROOT);
        LogLine contradicted = line(new double[] {99, 1, 2, 4, 3}, 9, 1e-3, 0.5e-3, 0.5e-3, 1e-3);
        double birge = FastMath.sqrt((58 / 5.0 - 98 / 13.0) / 2);
        assertEquals(STUDENT * birge / FastMath.sqrt(6.5), contradicted.slopeInterval(CONFIDENCE), 2 * ROOT);
    }

    /** Mean (3/2, 5/2); Σ(x - x̄)² = 5, Σ(x - x̄)(y - ȳ) = 4, residuals Σr² = 5 - 16/5. */
    @Test
    void aLineWithUnknownDeviations() {
        LogLine line = line(new double[] {99, 1, 2, 4, 3}, 0, 0, 0, 0, 0);
        double scale = FastMath.sqrt(1.8 / 2);
        assertEquals(0.8, line.slope(), 1e-15);
        assertEquals(STUDENT * scale / FastMath.sqrt(5), line.slopeInterval(CONFIDENCE), 2 * ROOT);
        assertEquals(
                STUDENT * scale * FastMath.sqrt(1 + 0.25 + 6.25 / 5),
                line.predictionInterval(4, 0, CONFIDENCE),
                2 * ROOT);
        assertEquals(2.5 / 5, line.leverage(4, 0), 1e-15);
    }

    private static LogLadder ladder(double[] x, double[] y, double[] s) {
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            double error = FastMath.exp(y[k]);
            levels.add(new Level(FastMath.exp(x[k]), error, s[k] * error, 0));
        }
        return LogLadder.of(levels);
    }

    private static double[] draw(SplittableRandom random, int n, double scale) {
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = scale * (2 * random.nextDouble() - 1);
        }
        return values;
    }

    /** The quadratic term and its test as regression of three columns gives them. */
    @Test
    void aParabolaIsTheOneOfTheNormalEquations() {
        SplittableRandom random = new SplittableRandom(4);
        int[] bent = new int[2];
        for (int trial = 0; trial < 2000; trial++) {
            boolean noisy = trial % 2 == 0;
            int n = 5 + random.nextInt(3);
            double[] x = new double[n];
            double[] y = draw(random, n, 0.1);
            double[] s = new double[n];
            double curvature = 0.2 * random.nextDouble();
            for (int k = 0; k < n; k++) {
                x[k] = -0.7 * k + 0.3 * random.nextDouble();
                y[k] += 2 * x[k] + curvature * x[k] * x[k];
                s[k] = noisy ? 0.02 + 0.08 * random.nextDouble() : 0;
            }
            int from = random.nextInt(2);
            boolean expected = bends(x, y, s, from);
            bent[expected ? 1 : 0]++;
            assertEquals(expected, LogParabola.bends(ladder(x, y, s), from, CONFIDENCE), "trial " + trial);
        }
        assertTrue(bent[0] > 400 && bent[1] > 400, bent[0] + " straight, " + bent[1] + " bent");
    }

    private static boolean bends(double[] x, double[] y, double[] s, int from) {
        RealMatrix normal = new Array2DRowRealMatrix(3, 3);
        double[] right = new double[3];
        for (int k = from; k < x.length; k++) {
            double w = s[k] > 0 ? 1 / (s[k] * s[k]) : 1;
            for (int i = 0; i < 3; i++) {
                right[i] += w * FastMath.pow(x[k], i) * y[k];
                for (int j = 0; j < 3; j++) {
                    normal.addToEntry(i, j, w * FastMath.pow(x[k], i + j));
                }
            }
        }
        RealMatrix inverse = new LUDecomposition(normal).getSolver().getInverse();
        double[] c = inverse.operate(right);
        double chi2 = 0;
        for (int k = from; k < x.length; k++) {
            double r = y[k] - c[0] - c[1] * x[k] - c[2] * x[k] * x[k];
            chi2 += r * r * (s[k] > 0 ? 1 / (s[k] * s[k]) : 1);
        }
        int freedom = x.length - from - 3;
        double birge = FastMath.sqrt(chi2 / freedom);
        double threshold = s[from] > 0
                ? Math.max(1, birge) * new NormalDistribution().inverseCumulativeProbability(0.975)
                : birge * new TDistribution(freedom).inverseCumulativeProbability(0.975);
        return Math.abs(c[2]) > threshold * FastMath.sqrt(inverse.getEntry(2, 2))
                && Math.abs(2 * c[2] * (x[from] - x[x.length - 1])) > 0.01;
    }

    /** Constants 2, 4, 4 with relative deviations 0.5, 0.25, 0.25: weights 4, 16, 16. */
    @Test
    void aNoisyConstantIsAWeightedMean() {
        LogLadder logs = ladder(
                new double[] {0, -1, -2},
                new double[] {FastMath.log(2), FastMath.log(4) - 3, FastMath.log(4) - 6},
                new double[] {0.5, 0.25, 0.25});
        ConstantFit fit = ConstantFit.of(logs, 3, CONFIDENCE);
        double log2 = FastMath.log(2);
        double chi2 = 4 * FastMath.pow(log2 * 32 / 36, 2) + 32 * FastMath.pow(log2 * 4 / 36, 2);
        assertTrue(chi2 < 2, "believed");
        assertEquals(FastMath.exp(log2 * (4 + 2 * 32) / 36), fit.value(), 1e-12);
        assertEquals(FastMath.expm1(NORMAL / 6), fit.relative(), 1e-12);
        LogLadder loud = ladder(
                new double[] {0, -1, -2},
                new double[] {FastMath.log(2), FastMath.log(4) - 3, FastMath.log(4) - 6},
                new double[] {0.05, 0.025, 0.025});
        double birge = FastMath.sqrt(100 * chi2 / 2);
        assertEquals(
                FastMath.expm1(NORMAL * birge / 60),
                ConstantFit.of(loud, 3, CONFIDENCE).relative(),
                1e-12);
    }

    @Test
    void aConstantIsJudgedByItsInterval() {
        OrderExpectation.LeadingConstant expected = new OrderExpectation.LeadingConstant(1, 4, 0.1);
        assertEquals(Verdict.PASS, new ConstantFit(4.2, 0.04).verdict(expected));
        assertEquals(Verdict.INCONCLUSIVE, new ConstantFit(4.2, 0.06).verdict(expected));
        assertEquals(Verdict.PASS, new ConstantFit(3.8, 0.05).verdict(expected));
        assertEquals(Verdict.INCONCLUSIVE, new ConstantFit(3.8, 0.06).verdict(expected));
        assertEquals(Verdict.FAIL, new ConstantFit(4.8, 0.05).verdict(expected));
        assertEquals("4.200 ± 5.000 %", new ConstantFit(4.2, 0.05).describe());
    }

    private static List<Value> scattered() {
        List<Value> grids = new ArrayList<>();
        double[] h = {1, 1.4, 2, 2.5, 4};
        double[] phi = {3.1, 3.25, 3.3, 3.6, 4.4};
        for (int k = 0; k < h.length; k++) {
            grids.add(new Value(h[k], phi[k]));
        }
        return grids;
    }

    /** The residuals of the best fit are orthogonal to every column; their mean square is the deviation. */
    @Test
    void powersAreFittedByWeightedLeastSquares() {
        for (boolean weighted : new boolean[] {false, true}) {
            for (double[] powers : new double[][] {{1}, {2}, {1, 2}}) {
                PowerFit fit = PowerFit.of(scattered(), weighted, powers);
                double[] gradient = new double[powers.length + 1];
                double square = square(fit, weighted, gradient);
                assertArrayEquals(new double[gradient.length], gradient, 1e-12);
                assertEquals(
                        FastMath.sqrt(square / (5 - 1 - powers.length)),
                        fit.deviation(),
                        1e-12,
                        "weighted " + weighted);
            }
            PowerFit best = PowerFit.best(scattered(), weighted);
            double square = square(best, weighted, new double[2]);
            assertEquals(FastMath.sqrt(square / (5 - 3)), best.deviation(), 1e-12);
            for (double factor : new double[] {0.99, 1.01}) {
                PowerFit other = PowerFit.of(scattered(), weighted, factor * best.power());
                assertTrue(square(other, weighted, new double[2]) > square);
            }
        }
    }

    /** Σ n w r², with w = 1/n or proportional to 1/h and of sum 1; adds its gradient, halved. */
    private static double square(PowerFit fit, boolean weighted, double[] gradient) {
        double sum = scattered().stream()
                .mapToDouble(grid -> weighted ? 1 / grid.h() : 1)
                .sum();
        double square = 0;
        for (Value grid : scattered()) {
            double w = 5 * (weighted ? 1 / grid.h() : 1) / sum;
            double r = grid.phi() - fit.at(grid.h());
            square += w * r * r;
            gradient[0] += w * r;
            for (int j = 1; j < gradient.length; j++) {
                gradient[j] += w * r * FastMath.pow(grid.h(), fit.powers()[j - 1]);
            }
        }
        return square;
    }

    /** A level without a standard error gets the smallest relative one of the others. */
    @Test
    void theQuietestLevelSpeaksForSilentOnes() {
        LogLadder logs = ladder(new double[] {0, -1, -3}, new double[] {0, 0, 0}, new double[] {0.3, 0, 0.2});
        assertArrayEquals(new double[] {0.3, 0.2, 0.2}, new double[] {logs.s(0), logs.s(1), logs.s(2)}, 1e-15);
        assertEquals(25, logs.weight(1), 1e-12);
        assertTrue(logs.isNoisy());
        // Orders (y₀ - y₁)/1 and (y₁ - y₂)/2: their difference is y₀ - 3/2 y₁ + 1/2 y₂, up to sign.
        assertEquals(FastMath.sqrt(0.09 + 2.25 * 0.04 + 0.25 * 0.04), logs.noiseOfLastChange(), 1e-14);
        LogLadder silent = ladder(new double[] {0, -1, -3}, new double[] {0, 0, 0}, new double[3]);
        assertEquals(1, silent.weight(2));
        assertEquals(FastMath.exp(2), silent.lastRatio(), 1e-13);
    }

    /** Abscissae 0, -1, -2: leverages 1/2, 0, -1/2 on errors 1, 1/2 and 1/4. */
    @Test
    void aFloorMovesTheSlopeByItsLeverages() {
        double[] y = {0, FastMath.log(0.5), FastMath.log(0.25)};
        LogLadder logs = ladder(new double[] {0, -1, -2}, y, new double[3]);
        LogLine line = logs.line(0);
        assertEquals(0.1 * (0.5 / 1 + 0.5 / 0.25), logs.floorEffect(line, 0, 0.1), 1e-14);
        assertEquals(0.1 * 0.5 / 0.25, logs.floorEffect(line, 1, 0.1), 1e-14);
        assertEquals(0, logs.floorEffect(line, 0, 0));
    }

    @Test
    void numbersHaveFourDigits() {
        assertEquals(
                List.of("0", "0.001000", "9.999e-04", "-0.5000", "1.000e+04", "9999"),
                List.of(
                        Format.number(0),
                        Format.number(1e-3),
                        Format.number(0.9999e-3),
                        Format.number(-0.5),
                        Format.number(1e4),
                        Format.number(9999)));
        assertEquals("1.500", Format.order(1.5));
        assertEquals("–", Format.order(Double.NaN));
    }

    @Test
    void edgesOfVerdicts() {
        assertEquals(Verdict.PASS, Verdict.of(1, 2, 1, 2));
        assertEquals(Verdict.INCONCLUSIVE, Verdict.of(0, 1, 1, 2));
        assertEquals(Verdict.INCONCLUSIVE, Verdict.of(2, 3, 1, 2));
        assertEquals(Verdict.FAIL, Verdict.of(0, Math.nextDown(1), 1, 2));
        assertEquals(Verdict.FAIL, Verdict.of(Math.nextUp(2), 3, 1, 2));
        assertEquals(Verdict.FAIL, Verdict.of(Double.NaN, Double.NaN, 1, 2));
    }

    /** U = 3 σ/Δ (ε + σ + misfit) where the scatter σ exceeds the data range Δ per step (Eça, Hoekstra 2014). */
    @Test
    void scatterBeyondTheRangeOfTheDataWidensTheUncertainty() {
        List<Value> grids = new ArrayList<>();
        double[] phi = {1, -1, 1, -1, 1, -1};
        for (int k = 0; k < phi.length; k++) {
            grids.add(new Value(FastMath.pow(1.3, k), phi[k]));
        }
        LeastSquaresUncertainty fit = LeastSquaresUncertainty.of(grids);
        double range = 2.0 / 5;
        assertTrue(fit.deviation() > range, fit.toString());
        double epsilon = Math.abs(1 - fit.value());
        double least = 3 * fit.deviation() / range * (epsilon + fit.deviation());
        // The misfit at the finest grid is what is left: at most its residual, which is at most √n deviations.
        double misfit = fit.uncertainty() / (3 * fit.deviation() / range) - epsilon - fit.deviation();
        assertTrue(fit.uncertainty() >= least, fit.toString());
        assertTrue(misfit > 0 && misfit <= FastMath.sqrt(6) * fit.deviation(), fit.toString());
    }
}
