package org.dualflow.validation.certificate;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/** Aggregation by W = |x| on a mesh, sums over all pairs of cells: b(x) = -Σ sign(x - y) m(y). */
final class PointyModel implements TransportModel {

    @Override
    public String name() {
        return "pointy";
    }

    @Override
    public List<Species> species() {
        return List.of(new Species("density", Domain.line(-1.5, 1.5, Boundary.NO_FLUX)));
    }

    @Override
    public Coupling couple() {
        return new Coupling() {
            private double[] y = {};
            private double[] m = {};

            @Override
            public void freeze(double t, State state) {
                state.measure(0).forEachBlock((x, w, n) -> {
                    y = x[0].clone();
                    m = w.clone();
                });
            }

            @Override
            public VelocityField field(int s) {
                return new VelocityField() {
                    @Override
                    public int dimension() {
                        return 1;
                    }

                    @Override
                    public void fill(int component, double[][] x, int n, double[] out) {
                        for (int i = 0; i < n; i++) {
                            out[i] = 0;
                            for (int j = 0; j < y.length; j++) {
                                out[i] -= m[j] * Math.signum(x[0][i] - y[j]);
                            }
                        }
                    }
                };
            }
        };
    }
}
