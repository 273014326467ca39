package org.dualflow.fv;

/** A plane of any scheme: one flux along rows, one across. */
record SplitPlaneFlux(RowFlux along, TransverseFlux across) implements PlaneFlux {

    @Override
    public void start(double[][] m, MeshVelocity a, int from, int to) {
        across.start(0, m, 0, a.rows(1), 0, from, to);
    }

    @Override
    public void fill(double[][] m, MeshVelocity a, int j, int from, int to) {
        along.fill(m[j], a.rows(0)[j], from, to);
        across.advance(0, j, m, 0, a.rows(1), 0, from, to);
    }

    @Override
    public void shift() {
        across.shift(0);
    }

    @Override
    public double[] west() {
        return along.west();
    }

    @Override
    public double[] east() {
        return along.east();
    }

    @Override
    public double[] lower() {
        return across.lower(0);
    }

    @Override
    public double[] upper() {
        return across.upper();
    }
}
