package org.dualflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.VelocityField;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The right-hand side of the clipped Wasserstein GAN with tanh: all sums over neurons, and the velocity of every neuron. */
@State(Scope.Benchmark)
public class GanBenchmark {

    /** Cells per axis, or neurons per player. */
    @Param("48")
    public int n;

    /** Latent nodes, and as many data. */
    @Param("32")
    public int nodes;

    private List<Measure> laws = List.of();
    private final double[][][] out = new double[2][3][];
    private Coupling coupling = model(new SplittableRandom(1), 1).couple();

    private static ClippedWassersteinGan model(SplittableRandom random, int nodes) {
        double[][] z = new double[1][nodes];
        double[][] x = new double[1][nodes];
        double[] w = new double[nodes];
        Arrays.fill(w, 1.0 / nodes);
        for (int k = 0; k < nodes; k++) {
            z[0][k] = Data.bell(random);
            x[0][k] = Data.bell(random);
        }
        return ClippedWassersteinGan.of(new ParticleMeasure(x, w), new ParticleMeasure(z, w))
                .withGeneratorBox(3);
    }

    private static double weight(double outer, double inner, double reach, int n) {
        return (1 + outer * inner / (reach * reach)) / n;
    }

    private static Measure cloud(SplittableRandom random, int n, double reach) {
        double[][] x = new double[3][n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            for (double[] coordinate : x) {
                coordinate[i] = reach * (2 * random.nextDouble() - 1);
            }
            w[i] = weight(x[0][i], x[1][i], reach, n);
        }
        return new ParticleMeasure(x, w);
    }

    private static Measure cells(Mesh mesh, double reach) {
        double[][] rows = mesh.newRows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                double inner = mesh.axis(1).point(r % mesh.cells(1));
                rows[r][i] = weight(mesh.axis(0).point(i), inner, reach, mesh.size());
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /** Few points are cells per axis, many are neurons. */
    @Setup
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        boolean grid = n < 1000;
        Measure[] players = new Measure[2];
        ClippedWassersteinGan box = model(new SplittableRandom(1), 1);
        for (int s = 0; s < 2; s++) {
            double reach = s == 0 ? 3 : 1;
            players[s] = grid ? cells(Mesh.uniform(box.species().get(s).domain(), n), reach) : cloud(random, n, reach);
            for (int d = 0; d < 3; d++) {
                out[s][d] = new double[n];
            }
        }
        laws = List.of(players);
        coupling = model(random, nodes).couple();
    }

    /** One evaluation. */
    @Benchmark
    public double rightHandSide() {
        coupling.freeze(0, new org.dualflow.model.State(laws, new double[0]));
        double sum = 0;
        for (int s = 0; s < 2; s++) {
            VelocityField field = coupling.field(s);
            double[][] v = out[s];
            laws.get(s).forEachBlock((x, w, size) -> field.fill(x, size, v));
            sum += v[0][0] + v[1][0] + v[2][0];
        }
        return sum;
    }
}
