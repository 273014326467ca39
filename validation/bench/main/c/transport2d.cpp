// Exact W2 between n and n atoms of equal weight in the plane by a network simplex method.
//   transport2d n
// Block search over one source's arcs (costs on the fly), strongly feasible trees.
#include "bench.h"
#include <climits>
#include <cmath>
#include <vector>

struct Simplex {
    int n, m, root;
    const double *x0, *x1, *y0, *y1;
    std::vector<int> parent, child, next, previous, depth;
    std::vector<long> flow;
    std::vector<double> potential, row;
    double dearest;
    long pivots = 0;

    Simplex(int n, int m, const double *x0, const double *x1, const double *y0, const double *y1)
        : n(n), m(m), root(n + m), x0(x0), x1(x1), y0(y0), y1(y1), parent(n + m + 1), child(n + m + 1, -1),
          next(n + m + 1, -1), previous(n + m + 1, -1), depth(n + m + 1), flow(n + m + 1), potential(n + m + 1), row(m) {
        double lo0 = x0[0], hi0 = x0[0], lo1 = x1[0], hi1 = x1[0];
        auto widen = [&](double a, double b) {
            lo0 = fmin(lo0, a); hi0 = fmax(hi0, a); lo1 = fmin(lo1, b); hi1 = fmax(hi1, b);
        };
        for (int i = 0; i < n; i++) widen(x0[i], x1[i]);
        for (int j = 0; j < m; j++) widen(y0[j], y1[j]);
        dearest = (hi0 - lo0) * (hi0 - lo0) + (hi1 - lo1) * (hi1 - lo1);
        parent[root] = -1;
        for (int node = 0; node < root; node++) {
            flow[node] = node < m ? n : m;
            potential[node] = node < m ? -dearest : dearest;
            depth[node] = 1;
            hang(node, root);
        }
    }

    void hang(int x, int onto) {
        int first = child[onto];
        parent[x] = onto;
        previous[x] = -1;
        next[x] = first;
        if (first >= 0) previous[first] = x;
        child[onto] = x;
    }

    void cut(int x) {
        int before = previous[x], after = next[x];
        if (before < 0) child[parent[x]] = after;
        else next[before] = after;
        if (after >= 0) previous[after] = before;
    }

    double cost(int i, int j) const {
        double a = x0[i] - y0[j], b = x1[i] - y1[j];
        return a * a + b * b;
    }

    bool enter(int i, double tolerance) {
        const double a = x0[i], b = x1[i];
        const double *__restrict p = potential.data();
        double *__restrict r = row.data();
        double least = 1e300;
        for (int j = 0; j < m; j++) {
            double d0 = a - y0[j], d1 = b - y1[j], c = d0 * d0 + d1 * d1 + p[j];
            r[j] = c;
            least = c < least ? c : least;
        }
        double reduced = least - p[m + i];
        if (!(reduced < -tolerance)) return false;
        int at = 0;
        while (r[at] != least) at++;
        pivot(m + i, at, reduced);
        return true;
    }

    void pivot(int source, int sink, double reduced) {
        pivots++;
        int a = source, b = sink, leave_a = -1, leave_b = -1;
        long least_a = LONG_MAX, least_b = LONG_MAX;
        while (a != b) {
            bool up_a = depth[a] >= depth[b], up_b = depth[b] >= depth[a];
            if (up_a) {
                if (a >= m && flow[a] < least_a) { least_a = flow[a]; leave_a = a; }
                a = parent[a];
            }
            if (up_b) {
                if (b < m && flow[b] <= least_b) { least_b = flow[b]; leave_b = b; }
                b = parent[b];
            }
        }
        long sent = least_a < least_b ? least_a : least_b;
        if (sent > 0) {
            for (int x = source; x != a; x = parent[x]) flow[x] += x < m ? sent : -sent;
            for (int x = sink; x != a; x = parent[x]) flow[x] += x < m ? -sent : sent;
        }
        if (least_b <= least_a) {
            turn(sink, leave_b, source, sent);
            shift(sink, -reduced);
        } else {
            turn(source, leave_a, sink, sent);
            shift(source, reduced);
        }
    }

    void turn(int start, int top, int onto, long sent) {
        int x = start, above = onto;
        for (long carried = sent;;) {
            int old = parent[x];
            long old_flow = flow[x];
            cut(x);
            hang(x, above);
            flow[x] = carried;
            if (x == top) return;
            above = x;
            x = old;
            carried = old_flow;
        }
    }

    void shift(int top, double change) {
        int x = top, level = depth[parent[top]] + 1;
        for (;;) {
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
            if (x == top) return;
            x = next[x];
        }
    }

    double solve() {
        double tolerance = dearest / 35184372088832.0;
        for (int i = 0, idle = 0; idle < n; i = i + 1 == n ? 0 : i + 1) idle = enter(i, tolerance) ? 0 : idle + 1;
        double sum = 0;
        for (int node = 0; node < root; node++)
            if (flow[node] > 0) sum += flow[node] * (node < m ? cost(parent[node] - m, node) : cost(node - m, parent[node]));
        return sqrt(sum / n / m);
    }
};

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int n = atoi(argv[1]);
    unsigned long long state = 1;
    double *x[4];
    for (int d = 0; d < 4; d++) x[d] = (double *)allocate(n * 8);
    for (int i = 0; i < n; i++) {
        x[0][i] = bell(&state);
        x[1][i] = bell(&state);
        x[2][i] = 0.5 + 1.2 * bell(&state);
        x[3][i] = 0.8 * bell(&state);
    }
    volatile double result = 0;
    long pivots = 0;
    BENCH(
        Simplex simplex(n, n, x[0], x[1], x[2], x[3]);
        result = simplex.solve();
        pivots = simplex.pivots;
    );
    if (getenv("VERBOSE")) fprintf(stderr, "W2 = %.12f, %ld pivots\n", result, pivots);
    return 0;
}
