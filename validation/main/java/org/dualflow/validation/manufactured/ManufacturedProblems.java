package org.dualflow.validation.manufactured;

import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/** The catalogue of manufactured problems. */
public final class ManufacturedProblems {

    private static final double TWO_PI = 2 * Math.PI;

    private ManufacturedProblems() {}

    /** All problems, simplest first. */
    public static List<ManufacturedProblem> all() {
        return List.of(circle(), walls(), outflow(), sink(), stickyWall(), vortices(), beltrami());
    }

    /** On a circle: ρ = (1 + ½ sin(x - t))/2π, b = 1 + ½ cos x. */
    public static ManufacturedProblem circle() {
        return smooth("circle", Domain.line(0, TWO_PI, Boundary.PERIODIC), new Line() {
            @Override
            public Gradient density(Gradient t, Gradient x) {
                return x.subtract(t).sin().multiply(0.5).add(1).divide(TWO_PI);
            }

            @Override
            public Gradient velocity(Gradient t, Gradient x) {
                return x.cos().multiply(0.5).add(1);
            }
        });
    }

    /** Between walls: ρ = 1 + ½ e^{-t} cos πx on [0, 1], b = (1 + ½ sin 3t) sin πx. */
    public static ManufacturedProblem walls() {
        return smooth("walls", Domain.line(0, 1, Boundary.NO_FLUX), new Line() {
            @Override
            public Gradient density(Gradient t, Gradient x) {
                return t.negate()
                        .exp()
                        .multiply(0.5)
                        .multiply(x.multiply(Math.PI).cos())
                        .add(1);
            }

            @Override
            public Gradient velocity(Gradient t, Gradient x) {
                return t.multiply(3)
                        .sin()
                        .multiply(0.5)
                        .add(1)
                        .multiply(x.multiply(Math.PI).sin());
            }
        });
    }

    /** Out of an open end: ρ = 1 + ½ cos t sin 2πx on [0, 1], b = x(1 - x/2), a wall at 0. */
    public static ManufacturedProblem outflow() {
        var domain = new Domain(List.of(new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.OPEN)));
        return smooth("outflow", domain, new Line() {
            @Override
            public Gradient density(Gradient t, Gradient x) {
                return t.cos().multiply(0.5).multiply(x.multiply(TWO_PI).sin()).add(1);
            }

            @Override
            public Gradient velocity(Gradient t, Gradient x) {
                return x.multiply(x.multiply(-0.5).add(1));
            }
        });
    }

    /**
     * Into a sink: b = -sign x on [-1, 1], ρ = ¾ (1 - x²)(1 + x/3)(1 + ¼ sin t) off the sink, where the source is smooth on
     * both sides, and on it the atom that ρ feeds from both sides, of mass 1.5 (t + ¼ (1 - cos t)).
     */
    public static ManufacturedProblem sink() {
        Line solution = new Line() {
            @Override
            public Gradient density(Gradient t, Gradient x) {
                Gradient profile =
                        x.multiply(x).negate().add(1).multiply(x.divide(3).add(1));
                return profile.multiply(t.sin().multiply(0.25).add(1)).multiply(0.75);
            }

            @Override
            public Gradient velocity(Gradient t, Gradient x) {
                return x.newInstance(-Math.signum(x.getValue()));
            }
        };
        return new ManufacturedProblem(
                "sink",
                Domain.line(-1, 1, Boundary.NO_FLUX),
                solution,
                List.of(new Sink(0, t -> 1.5 * (t + 0.25 * (1 - FastMath.cos(t))))));
    }

    /** Onto a clipped wall: b = 1 on [0, 1], ρ = 2x (1 + ¼ sin t), an atom of mass 2t + ½ (1 - cos t) on the wall at 1. */
    public static ManufacturedProblem stickyWall() {
        Line solution = new Line() {
            @Override
            public Gradient density(Gradient t, Gradient x) {
                return x.multiply(2).multiply(t.sin().multiply(0.25).add(1));
            }

            @Override
            public Gradient velocity(Gradient t, Gradient x) {
                return x.newInstance(1);
            }
        };
        return new ManufacturedProblem(
                "sticky wall",
                Domain.line(0, 1, Boundary.CLIPPED),
                solution,
                List.of(new Sink(1, t -> 2 * t + 0.5 * (1 - FastMath.cos(t)))));
    }

    /**
     * Vortices on the periodic unit square: b = (sin 2πx cos 2πy, -cos 2πx sin 2πy), divergence-free, and
     * ρ = 1 + ½ sin 2π(x - t) cos 2πy.
     */
    public static ManufacturedProblem vortices() {
        return smooth("vortices", Domain.cube(2, 0, 1, Boundary.PERIODIC), new ManufacturedSolution() {
            @Override
            public Gradient density(Gradient t, Gradient[] x) {
                return wave(x[0].subtract(t))
                        .multiply(shifted(x[1]))
                        .multiply(0.5)
                        .add(1);
            }

            @Override
            public Gradient[] velocity(Gradient t, Gradient[] x) {
                return new Gradient[] {
                    wave(x[0]).multiply(shifted(x[1])),
                    shifted(x[0]).multiply(wave(x[1])).negate()
                };
            }
        });
    }

    /**
     * The Arnold–Beltrami–Childress flow on the periodic unit cube, b = (sin 2πz + cos 2πy, sin 2πx + cos 2πz,
     * sin 2πy + cos 2πx), and ρ = 1 + ½ sin 2π(x - t) sin 2πy sin 2πz.
     */
    public static ManufacturedProblem beltrami() {
        return smooth("beltrami", Domain.cube(3, 0, 1, Boundary.PERIODIC), new ManufacturedSolution() {
            @Override
            public Gradient density(Gradient t, Gradient[] x) {
                return wave(x[0].subtract(t))
                        .multiply(wave(x[1]))
                        .multiply(wave(x[2]))
                        .multiply(0.5)
                        .add(1);
            }

            @Override
            public Gradient[] velocity(Gradient t, Gradient[] x) {
                return new Gradient[] {
                    wave(x[2]).add(shifted(x[1])),
                    wave(x[0]).add(shifted(x[2])),
                    wave(x[1]).add(shifted(x[0]))
                };
            }
        });
    }

    private static ManufacturedProblem smooth(String name, Domain domain, ManufacturedSolution solution) {
        return ManufacturedProblem.smooth(name, domain, solution);
    }

    private static Gradient wave(Gradient x) {
        return x.multiply(TWO_PI).sin();
    }

    private static Gradient shifted(Gradient x) {
        return x.multiply(TWO_PI).cos();
    }

    /** A solution on a line. */
    private abstract static class Line implements ManufacturedSolution {

        abstract Gradient density(Gradient t, Gradient x);

        abstract Gradient velocity(Gradient t, Gradient x);

        @Override
        public final Gradient density(Gradient t, Gradient[] x) {
            return density(t, x[0]);
        }

        @Override
        public final Gradient[] velocity(Gradient t, Gradient[] x) {
            return new Gradient[] {velocity(t, x[0])};
        }
    }
}
