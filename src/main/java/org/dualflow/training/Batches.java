package org.dualflow.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.GanGradients;
import org.dualflow.measure.NormalLaw;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/** Draws mini-batches and hands them to the networks. */
final class Batches implements Restartable {

    private static final NormalLaw NORMAL = new NormalLaw(0, 1);

    private final MiniBatches sizes;
    private final GanGradients gradients;
    private final SplittableRandom latentStream;
    private final SplittableRandom dataStream;
    private final WeightedDraw nodes;
    private final WeightedDraw data;
    private final double[][] z;
    private final double[][] x;
    private final double[] latentWeights;
    private final double[] dataWeights;
    private long latentBatches;
    private long dataBatches;

    Batches(ClippedWassersteinGan gan, MiniBatches sizes, GanGradients gradients, Streams streams) {
        int most = MiniBatches.most(gan.target());
        if (sizes.data() > most) {
            throw new IllegalArgumentException("data = " + sizes.data()
                    + " per batch: at most the number of data points, " + most + ", is allowed");
        }
        this.sizes = sizes;
        this.gradients = gradients;
        this.latentStream = streams.latents();
        this.dataStream = streams.data();
        this.nodes = new WeightedDraw(gan.latent());
        this.data = new WeightedDraw(gan.target());
        this.z = new double[gan.latentDimension()][sizes.latents()];
        this.x = new double[gan.dataDimension()][sizes.data()];
        this.latentWeights = new double[sizes.latents()];
        this.dataWeights = new double[sizes.data()];
        Arrays.fill(latentWeights, 1.0 / sizes.latents());
        Arrays.fill(dataWeights, 1.0 / sizes.data());
    }

    /** How many batches were split off: the same number is split off again, and the streams are where they were. */
    @Override
    public void transfer(Tape tape) {
        latentBatches = transfer(tape, latentBatches, latentStream);
        dataBatches = transfer(tape, dataBatches, dataStream);
    }

    private static long transfer(Tape tape, long drawn, SplittableRandom stream) {
        long then = tape.whole(drawn);
        for (long k = drawn; k < then; k++) {
            stream.split();
        }
        return then;
    }

    void drawLatents() {
        SplittableRandom random = latentStream.split();
        latentBatches++;
        if (sizes.source() == MiniBatches.Source.NODES) {
            nodes.into(z, random);
        } else {
            for (int i = 0; i < sizes.latents(); i++) {
                for (double[] coordinate : z) {
                    coordinate[i] = NORMAL.quantile(Math.max(random.nextDouble(), Double.MIN_NORMAL));
                }
            }
        }
        gradients.takeLatents(z, latentWeights);
    }

    void drawData() {
        dataBatches++;
        data.into(x, dataStream.split());
        gradients.takeData(x, dataWeights);
    }
}
