/* (1 + A) u = f on n by n cells of the unit square between walls, A u = -0.01 div(a grad u), a = 1 + 0.9 sin 6x cos 5y at faces:
   V-cycles of geometric multigrid with a red-black Gauss-Seidel sweep before and after, until the sum of the absolute
   residuals is 1e-8 of its start. Argument: n, four times a power of two; with a second one the number of cycles goes to the
   error stream. The norms of the residuals are not timed. */
#include "bench.h"
#include <math.h>

enum { PAD = 8, MOST = 16 };

typedef struct {
    long n, stride;
    double *u, *f, *res, *west, *south, *inverse; /* of cell (0,0) */
} Grid;

static Grid grids[MOST];
static int count;

static double *field(long n) {
    long stride = n + 2 * PAD;
    return (double *)allocate((size_t)((n + 3) * stride) * sizeof(double)) + stride + PAD;
}

static void colour(const Grid *g, int red) {
    for (long j = 0; j < g->n; j++) {
        double *restrict u = g->u + j * g->stride;
        const double *restrict below = u - g->stride, *restrict above = u + g->stride;
        const double *restrict f = g->f + j * g->stride, *restrict w = g->west + j * g->stride;
        const double *restrict s = g->south + j * g->stride, *restrict t = s + g->stride;
        const double *restrict d = g->inverse + j * g->stride;
        for (long i = (j + red) & 1; i < g->n; i += 2)
            u[i] = (f[i] + w[i] * u[i - 1] + w[i + 1] * u[i + 1] + s[i] * below[i] + t[i] * above[i]) * d[i];
    }
}

static void residual(const Grid *g) {
    for (long j = 0; j < g->n; j++) {
        const double *restrict u = g->u + j * g->stride;
        const double *restrict below = u - g->stride, *restrict above = u + g->stride;
        const double *restrict f = g->f + j * g->stride, *restrict w = g->west + j * g->stride;
        const double *restrict s = g->south + j * g->stride, *restrict t = s + g->stride;
        double *restrict out = g->res + j * g->stride;
        for (long i = 0; i < g->n; i++)
            out[i] = f[i] - u[i] + w[i] * (u[i - 1] - u[i]) + w[i + 1] * (u[i + 1] - u[i]) + s[i] * (below[i] - u[i])
                     + t[i] * (above[i] - u[i]);
    }
}

static void interpolate(const Grid *coarse, const Grid *fine) {
    long m = coarse->n;
    for (long j = 0; j < m; j++) {
        const double *restrict mid = coarse->u + j * coarse->stride;
        for (int half = 0; half < 2; half++) {
            long other = half ? (j + 1 < m ? j + 1 : j) : (j > 0 ? j - 1 : j);
            const double *restrict far = coarse->u + other * coarse->stride;
            double *restrict to = fine->u + (2 * j + half) * fine->stride;
            to[0] += 0.75 * mid[0] + 0.25 * far[0];
            to[2 * m - 1] += 0.75 * mid[m - 1] + 0.25 * far[m - 1];
            for (long i = 0; i + 1 < m; i++) {
                double a = 0.75 * mid[i] + 0.25 * far[i], b = 0.75 * mid[i + 1] + 0.25 * far[i + 1];
                to[2 * i + 1] += 0.75 * a + 0.25 * b;
                to[2 * i + 2] += 0.75 * b + 0.25 * a;
            }
        }
    }
}

static void cycle(int l) {
    Grid *g = &grids[l];
    if (l == count - 1) {
        for (int k = 0; k < 20; k++) colour(g, 0), colour(g, 1);
        return;
    }
    colour(g, 0);
    colour(g, 1);
    residual(g);
    Grid *c = &grids[l + 1];
    for (long j = 0; j < c->n; j++) {
        const double *restrict a = g->res + 2 * j * g->stride, *restrict b = a + g->stride;
        double *restrict f = c->f + j * c->stride;
        for (long i = 0; i < c->n; i++) f[i] = 0.25 * (a[2 * i] + a[2 * i + 1] + b[2 * i] + b[2 * i + 1]);
        memset(c->u + j * c->stride, 0, (size_t)c->n * sizeof(double));
    }
    cycle(l + 1);
    interpolate(c, g);
    colour(g, 0);
    colour(g, 1);
}

static double norm(void) {
    const Grid *g = grids;
    residual(g);
    double sum = 0;
    for (long j = 0; j < g->n; j++)
        for (long i = 0; i < g->n; i++) sum += fabs(g->res[j * g->stride + i]);
    return sum;
}

static double coefficient(double x, double y) { return 1 + 0.9 * sin(6 * x) * cos(5 * y); }

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 256;
    for (long m = n; m >= 4; m /= 2, count++) {
        Grid *g = &grids[count];
        *g = (Grid){m, m + 2 * PAD, field(m), field(m), field(m), field(m), field(m), field(m)};
        for (long j = 0; j < m; j++)
            for (long i = 0; i < m; i++) {
                long at = j * g->stride + i;
                if (count == 0) {
                    double scale = 0.01 * (double)n * (double)n;
                    g->west[at] = i == 0 ? 0 : scale * coefficient((double)i / n, (j + 0.5) / n);
                    g->south[at] = j == 0 ? 0 : scale * coefficient((i + 0.5) / n, (double)j / n);
                } else { /* links through the face in parallel, over twice the distance, per four cells */
                    const Grid *p = g - 1;
                    long of = 2 * j * p->stride + 2 * i;
                    g->west[at] = 0.125 * (p->west[of] + p->west[of + p->stride]);
                    g->south[at] = 0.125 * (p->south[of] + p->south[of + 1]);
                }
            }
        for (long j = 0; j < m; j++)
            for (long i = 0; i < m; i++) {
                long at = j * g->stride + i;
                g->inverse[at] = 1 / (1 + g->west[at] + g->west[at + 1] + g->south[at] + g->south[at + g->stride]);
            }
    }
    Grid *g = grids;
    for (long j = 0; j < n; j++)
        for (long i = 0; i < n; i++) {
            double x = (i + 0.5) / n - 0.4;
            g->f[j * g->stride + i] = exp(-50 * x * x) * (double)((j / 16) & 1);
        }
    double start = norm();
    int cycles = 0;
    for (; cycles < 100 && norm() > 1e-8 * start; cycles++) cycle(0);
    if (argc > 2) fprintf(stderr, "%d cycles\n", cycles);
    BENCH({
        for (long j = 0; j < n; j++) memset(g->u + j * g->stride, 0, (size_t)n * sizeof(double));
        for (int k = 0; k < cycles; k++) cycle(0);
    });
    return 0;
}
