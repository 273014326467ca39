package org.dualflow.bench;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.fv.FiniteVolumeTransport;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole steps of the finite-volume solver, checks included, in a steady field on an n by n periodic mesh. */
@State(Scope.Benchmark)
public class FiniteVolumeBenchmark {

    /** Cells per axis. */
    @Param("512")
    public int n;

    /** Name of the scheme. */
    @Param("upwind-at-faces")
    public String scheme = "";

    private FiniteVolumeTransport run = new Start(1, "upwind").solver();

    /** A bump in four vortices. */
    private record Start(int n, String scheme) {

        FiniteVolumeTransport solver() {
            Domain domain = Domain.cube(2, 0, 1, Boundary.PERIODIC);
            Mesh mesh = Mesh.uniform(domain, n, n);
            double[][] rows = mesh.newRows();
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    double x = mesh.axis(0).point(i) - 0.5;
                    double y = mesh.axis(1).point(j) - 0.3;
                    rows[j][i] = (1 + Math.exp(-50 * (x * x + y * y))) / n / n;
                }
            }
            var model = PrescribedTransport.steady("vortices", domain, new Vortices());
            return new FiniteVolumeTransport(
                    model, TransportScheme.named(scheme), List.of(new CellMeasure(mesh, rows)), List.of(), 0);
        }
    }

    /** (sin 2πx cos 2πy, -cos 2πx sin 2πy). */
    private static final class Vortices implements VelocityField {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            for (int i = 0; i < n; i++) {
                double p = 2 * Math.PI * x[component][i];
                double q = 2 * Math.PI * x[1 - component][i];
                out[i] = (component == 0 ? 1 : -1) * Math.sin(p) * Math.cos(q);
            }
        }
    }

    /** Starts the solver. */
    @Setup
    public void start() {
        run = new Start(n, scheme).solver();
    }

    /** One accepted step. */
    @Benchmark
    public double step() {
        return run.step(Double.MAX_VALUE);
    }
}
