package org.dualflow.measure;

import java.util.Arrays;

/**
 * The network simplex method for the transport problem between sources and sinks (Ahuja, Magnanti, Orlin, Network Flows,
 * 1993, chapter 11).
 *
 * <p>Nodes: sinks {@code 0 … m-1}, sources {@code m … m+n-1}, a root above all. The basis is a tree; every node but the root
 * has one arc, to its parent: a source sends along it, a sink receives. Masses are whole numbers, so flows are exact.
 * At the start every node hangs on the root by an artificial arc as dear as the dearest one. Pricing takes the sources by
 * turns and enters the best arc of the first source that has one of negative reduced cost; the leaving arc is the last
 * blocking one along the cycle, which keeps the tree strongly feasible, so that degenerate pivots cannot cycle.
 */
final class TransportSimplex {

    private final int n;
    private final int m;
    private final int root;
    private final TransportCost cost;
    private final double artificial;

    private final int[] parent;
    private final int[] child;
    private final int[] next;
    private final int[] previous;
    private final int[] depth;
    private final long[] flow;
    private final double[] potential;
    private final double[] reduced;
    private long pivots;

    /**
     * @param supply positive masses of the sources
     * @param demand positive masses of the sinks, of the same sum
     * @param cost of the arcs
     * @param dearest an upper bound of all costs
     */
    TransportSimplex(long[] supply, long[] demand, TransportCost cost, double dearest) {
        this.n = supply.length;
        this.m = demand.length;
        this.root = n + m;
        this.cost = cost;
        this.artificial = dearest;
        int nodes = n + m + 1;
        parent = new int[nodes];
        child = new int[nodes];
        next = new int[nodes];
        previous = new int[nodes];
        depth = new int[nodes];
        flow = new long[nodes];
        potential = new double[nodes];
        reduced = new double[m];
        Arrays.fill(child, -1);
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        parent[root] = -1;
        for (int node = 0; node < root; node++) {
            boolean sink = node < m;
            flow[node] = sink ? demand[node] : supply[node - m];
            potential[node] = sink ? -artificial : artificial;
            depth[node] = 1;
            hang(node, root);
        }
    }

    /** Pivots until no arc has a reduced cost below -2⁻⁴⁵ of the dearest cost, potentials recomputed from the tree. */
    void solve() {
        double tolerance = artificial * 0x1p-45;
        long before;
        do {
            before = pivots;
            int idle = 0;
            for (int i = 0; idle < n; i = i + 1 == n ? 0 : i + 1) {
                idle = enter(i, tolerance) ? 0 : idle + 1;
            }
            recomputePotentials();
        } while (pivots > before);
    }

    private boolean enter(int i, double tolerance) {
        double[] row = reduced;
        cost.row(i, potential, row, m);
        double best = potential[m + i] - tolerance;
        int at = -1;
        for (int j = 0; j < row.length; j++) {
            if (row[j] < best) {
                best = row[j];
                at = j;
            }
        }
        if (at < 0) {
            return false;
        }
        pivot(m + i, at, best - potential[m + i]);
        return true;
    }

    /** Sends as much as possible along source → sink and back through the tree. */
    private void pivot(int source, int sink, double reducedCost) {
        pivots++;
        int a = source;
        int b = sink;
        int leaveA = -1;
        int leaveB = -1;
        long leastA = Long.MAX_VALUE;
        long leastB = Long.MAX_VALUE;
        while (a != b) {
            boolean upA = depth[a] >= depth[b];
            boolean upB = depth[b] >= depth[a];
            if (upA) {
                if (a >= m && flow[a] < leastA) {
                    leastA = flow[a];
                    leaveA = a;
                }
                a = parent[a];
            }
            if (upB) {
                if (b < m && flow[b] <= leastB) {
                    leastB = flow[b];
                    leaveB = b;
                }
                b = parent[b];
            }
        }
        long sent = Math.min(leastA, leastB);
        if (sent > 0) {
            for (int x = source; x != a; x = parent[x]) {
                flow[x] += x < m ? sent : -sent;
            }
            for (int x = sink; x != a; x = parent[x]) {
                flow[x] += x < m ? -sent : sent;
            }
        }
        if (leastB <= leastA) {
            turn(sink, leaveB, source, sent);
            shift(sink, -reducedCost);
        } else {
            turn(source, leaveA, sink, sent);
            shift(source, reducedCost);
        }
    }

    /** Cuts the subtree below {@code top}, makes {@code start} its root and hangs it on {@code onto}. */
    private void turn(int start, int top, int onto, long sent) {
        int x = start;
        int above = onto;
        long carried = sent;
        while (true) {
            int old = parent[x];
            long oldFlow = flow[x];
            cut(x);
            hang(x, above);
            flow[x] = carried;
            if (x == top) {
                return;
            }
            above = x;
            x = old;
            carried = oldFlow;
        }
    }

    private void cut(int x) {
        int before = previous[x];
        int after = next[x];
        if (before < 0) {
            child[parent[x]] = after;
        } else {
            next[before] = after;
        }
        if (after >= 0) {
            previous[after] = before;
        }
    }

    private void hang(int x, int onto) {
        int first = child[onto];
        parent[x] = onto;
        previous[x] = -1;
        next[x] = first;
        if (first >= 0) {
            previous[first] = x;
        }
        child[onto] = x;
    }

    /** Adds to the potentials of a subtree and sets its depths. */
    private void shift(int top, double change) {
        int x = top;
        int level = depth[parent[top]] + 1;
        while (true) {
            potential[x] += change;
            depth[x] = level;
            if (child[x] >= 0) {
                x = child[x];
                level++;
                continue;
            }
            while (x != top && next[x] < 0) {
                x = parent[x];
                level--;
            }
            if (x == top) {
                return;
            }
            x = next[x];
        }
    }

    /** Potentials from the tree alone: cost = potential(source) - potential(sink) on each of its arcs. */
    private void recomputePotentials() {
        int[] stack = new int[root + 1];
        int size = 0;
        potential[root] = 0;
        stack[size++] = root;
        while (size > 0) {
            int x = stack[--size];
            for (int y = child[x]; y >= 0; y = next[y]) {
                double c = x == root ? artificial : y < m ? cost.of(x - m, y) : cost.of(y - m, x);
                potential[y] = potential[x] + (y < m ? -c : c);
                stack[size++] = y;
            }
        }
    }

    /** Number of pivots made. */
    long pivots() {
        return pivots;
    }

    /** The sink (of a source) or source (of a sink) to which a node's arc goes, as an index of its kind; -1: the root. */
    int partner(int node) {
        return parent[node] == root ? -1 : node < m ? parent[node] - m : parent[node];
    }

    /** The mass on a node's arc. */
    long flow(int node) {
        return flow[node];
    }

    /** Minus the dual variable of sink {@code j}. */
    double[] potentials() {
        return potential;
    }
}
