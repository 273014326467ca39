package org.dualflow.linear;

/** A small network given by all its links, solved by elimination without subtraction. */
final class DenseNetwork {

    private final int n;
    private final double[][] link;
    private final double[] ground;
    private final double[] pivot;
    private final double[] side;

    DenseNetwork(int n) {
        this.n = n;
        link = new double[n][n];
        ground = new double[n];
        pivot = new double[n];
        side = new double[n];
    }

    /** Takes the network of a mesh with the given grounds and eliminates its nodes, the last first. */
    void factor(MeshNetwork mesh, double[][] grounds) {
        for (int a = 0; a < n; a++) {
            java.util.Arrays.fill(link[a], 0);
            ground[a] = grounds[a / mesh.nx][a % mesh.nx];
        }
        for (int a = 0; a < n; a++) {
            int r = a / mesh.nx;
            int i = a % mesh.nx;
            join(a, r * mesh.nx + (i + 1 < mesh.nx ? i + 1 : 0), mesh.links[0][r][i]);
            for (int axis = 1; axis < mesh.links.length; axis++) {
                join(a, mesh.next(r, axis) * mesh.nx + i, mesh.links[axis][r][i]);
            }
        }
        for (int a = n - 1; a >= 0; a--) {
            double sum = ground[a];
            for (int b = 0; b < a; b++) {
                sum += link[a][b];
            }
            pivot[a] = sum;
            for (int b = 0; b < a; b++) {
                double f = link[a][b] / sum;
                ground[b] += f * ground[a];
                for (int c = 0; c < b; c++) {
                    double star = f * link[a][c];
                    link[b][c] += star;
                    link[c][b] += star;
                }
                link[b][a] = f;
            }
        }
    }

    private void join(int a, int b, double g) {
        if (a != b) {
            link[a][b] += g;
            link[b][a] += g;
        }
    }

    /** Solves for right side and solution in single precision, the former per diagonal. */
    void solve(float[][] b, float[][] x, MeshNetwork mesh) {
        for (int a = 0; a < n; a++) {
            int r = a / mesh.nx;
            int i = a % mesh.nx;
            side[a] = b[r][i] * mesh.diagonal[r][i];
        }
        for (int a = n - 1; a >= 0; a--) {
            for (int c = 0; c < a; c++) {
                side[c] += link[c][a] * side[a];
            }
        }
        for (int a = 0; a < n; a++) {
            double sum = side[a];
            for (int c = 0; c < a; c++) {
                sum += link[a][c] * side[c];
            }
            side[a] = sum / pivot[a];
            x[a / mesh.nx][a % mesh.nx] = (float) side[a];
        }
    }
}
