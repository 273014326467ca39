package org.dualflow.validation.agreement;

import org.dualflow.measure.Measure;

/**
 * A distance of states whose masses a source changes, each discretisation with an error of its own: the distance of the
 * shapes, both scaled to mass one, plus the difference of the masses. A sum of two metrics, hence a metric on measures of
 * positive mass.
 *
 * @param shapes the distance of measures of mass one
 */
public record ShapeDistance(StateDistance shapes) implements StateDistance {

    @Override
    public String name() {
        return shapes.name() + "+mass";
    }

    @Override
    public double between(Measure a, Measure b) {
        return shapes.between(new Shape(a), new Shape(b)) + Math.abs(a.mass() - b.mass());
    }

    /** A measure scaled to mass one, read as atoms. */
    public record Shape(Measure measure) implements Measure {

        /** Checks the mass. */
        public Shape {
            double mass = measure.mass();
            if (!(mass > 0)) {
                throw new IllegalArgumentException("mass = " + mass + ": more than 0 is allowed");
            }
        }

        @Override
        public int dimension() {
            return measure.dimension();
        }

        @Override
        public int size() {
            return measure.size();
        }

        @Override
        public void forEachBlock(BlockVisitor visitor) {
            double mass = measure.mass();
            measure.forEachBlock((x, w, n) -> {
                double[] scaled = new double[n];
                for (int i = 0; i < n; i++) {
                    scaled[i] = w[i] / mass;
                }
                visitor.visit(x, scaled, n);
            });
        }
    }
}
