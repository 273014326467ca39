package org.dualflow.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * A positive definite kernel K(x) = k(|x|) of height K(0) = 1, known by its spectrum K̂(q) = ∫ K(x) e^{-iq·x} dx ≥ 0:
 *
 * <ul>
 *   <li>{@code gaussian}: K = e^{-r²/(2ℓ²)}, K̂ = (2πℓ²)^{d/2} e^{-ℓ²q²/2}
 *   <li>{@code matern-5/2}, {@code matern-3/2}, {@code laplace}: the Matérn kernels with ν = 5/2, 3/2, 1/2, the last one
 *       e^{-r/ℓ}; K̂ = 2^d π^{d/2} Γ(ν+d/2)/Γ(ν) · (2ν)^ν ℓ^{-2ν} (2ν/ℓ² + q²)^{-ν-d/2}
 * </ul>
 *
 * The slower a spectrum falls, the sooner the kernel sees fine structure. Source: C. E. Rasmussen, C. K. I. Williams,
 * <i>Gaussian Processes for Machine Learning</i>, MIT Press 2006, section 4.2.
 *
 * @param shape which kernel
 * @param width ℓ, positive and finite
 */
public record SpectralKernel(Shape shape, double width) {

    /** The family of a kernel, from smooth to rough. */
    public enum Shape {
        /** e^{-r²/(2ℓ²)}. */
        GAUSSIAN("gaussian", Double.POSITIVE_INFINITY, 6),
        /** (1 + s + s²/3) e^{-s}, s = √5 r/ℓ. */
        MATERN_5_2("matern-5/2", 2.5, 12),
        /** (1 + s) e^{-s}, s = √3 r/ℓ. */
        MATERN_3_2("matern-3/2", 1.5, 24),
        /** e^{-r/ℓ}. */
        LAPLACE("laplace", 0.5, 48);

        private final String label;
        private final double smoothness;
        private final double reach;

        Shape(String label, double smoothness, double reach) {
            this.label = label;
            this.smoothness = smoothness;
            this.reach = reach;
        }

        /** What case files call the kernel. */
        public String label() {
            return label;
        }

        /** The kernel that case files call {@code label}. */
        public static Shape named(String label) {
            for (Shape shape : values()) {
                if (shape.label.equals(label)) {
                    return shape;
                }
            }
            throw new IllegalArgumentException("kernel = \"" + label + "\": one of "
                    + Arrays.stream(values()).map(Shape::label).collect(Collectors.joining(", ")) + " is allowed");
        }
    }

    /** Checks the width. */
    public SpectralKernel {
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("width = " + width + ": a positive finite number is allowed");
        }
    }

    /** K at a distance. */
    public double value(double r) {
        double s = r / width;
        return switch (shape) {
            case GAUSSIAN -> FastMath.exp(-0.5 * s * s);
            case MATERN_5_2 -> {
                double u = FastMath.sqrt(5) * s;
                yield (1 + u + u * u / 3) * FastMath.exp(-u);
            }
            case MATERN_3_2 -> (1 + FastMath.sqrt(3) * s) * FastMath.exp(-FastMath.sqrt(3) * s);
            case LAPLACE -> FastMath.exp(-s);
        };
    }

    /**
     * K̂ at a wave vector of squared length {@code q2}.
     *
     * @param dimension d, at least 1
     */
    public double spectrum(int dimension, double q2) {
        double half = 0.5 * dimension;
        double s2 = width * width * q2;
        if (shape == Shape.GAUSSIAN) {
            return FastMath.pow(2 * FastMath.PI * width * width, half) * FastMath.exp(-0.5 * s2);
        }
        double nu = shape.smoothness;
        double height = FastMath.exp(Gamma.logGamma(nu + half) - Gamma.logGamma(nu));
        return FastMath.pow(4 * FastMath.PI * width * width / (2 * nu), half)
                * height
                * FastMath.pow(1 + s2 / (2 * nu), -nu - half);
    }

    /**
     * A length of wave vectors beyond which little of the spectrum is left; on the line 2e-9 of the height for a Gaussian, 7e-5,
     * 2e-4 and 1.3e-2 for the Matérn kernels ν = 5/2, 3/2, 1/2, where kℓ has Student's law with 2ν degrees of freedom.
     */
    public double reach() {
        return shape.reach / width;
    }

    /**
     * A wave vector of the normalised spectrum: normal with variance ℓ⁻² per component, for Matérn kernels divided by the root of
     * an independent χ²_{2ν}/(2ν).
     *
     * @param out receives it, {@code out[dimension][index]}
     */
    void draw(SplittableRandom random, double[][] out, int index) {
        double scale = 1 / width;
        if (shape != Shape.GAUSSIAN) {
            double square = 0;
            for (int i = 0; i < FastMath.round(2 * shape.smoothness); i++) {
                double normal = random.nextGaussian();
                square += normal * normal;
            }
            scale /= FastMath.sqrt(square / (2 * shape.smoothness));
        }
        for (double[] component : out) {
            component[index] = scale * random.nextGaussian();
        }
    }

    @Override
    public String toString() {
        return shape.label().toLowerCase(Locale.ROOT) + " of width " + width;
    }
}
