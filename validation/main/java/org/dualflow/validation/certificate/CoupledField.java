package org.dualflow.validation.certificate;

import java.util.List;
import org.dualflow.measure.Measure;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/** The field that a coupling makes of a reconstruction; see {@link CertifiedField#coupled}. */
final class CoupledField implements CertifiedField {

    private final Coupling coupling;
    private final double growth;
    private final Intervals intervals = new Intervals();
    private final State state = new State(List.of(intervals), new double[0]);

    CoupledField(TransportModel model, double growth) {
        if (!(growth >= 0)) {
            throw new IllegalArgumentException("growth = " + growth + ": at least 0 is allowed");
        }
        this.coupling = model.couple();
        this.growth = growth;
    }

    @Override
    public void velocities(Frame frame, double[] out) {
        intervals.read(frame);
        coupling.freeze(frame.time(), state);
        coupling.field(0).fill(0, new double[][] {frame.x()}, frame.n(), out);
    }

    @Override
    public double growth(Frame frame) {
        return growth;
    }

    @Override
    public boolean isPrescribed() {
        return false;
    }

    /** The increments of F_h between neighbouring samples, each in the middle. */
    private static final class Intervals implements Measure {
        private double[][] x = new double[1][0];
        private double[] w = {};
        private int n;

        void read(Frame frame) {
            n = frame.n() - 1;
            if (w.length < n) {
                x = new double[1][n];
                w = new double[n];
            }
            for (int i = 0; i < n; i++) {
                x[0][i] = 0.5 * (frame.x()[i] + frame.x()[i + 1]);
                w[i] = frame.cumulative()[i + 1] - frame.cumulative()[i];
            }
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void forEachBlock(BlockVisitor visitor) {
            visitor.visit(x, w, n);
        }
    }
}
