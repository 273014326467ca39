/* One step of conservative transport on an n by n periodic mesh with velocities at faces, in one sweep per stage.
 *   finitevolume2d upwind n     first-order upwind, Euler
 *   finitevolume2d muscl n      MUSCL with the van Leer limiter, SSP-RK2
 * As in the solver, the masses that a step has made are inspected: none may be negative or not finite.
 * Rows have a margin of PAD numbers on either side, and two rows lie below the first and above the last one, which are
 * filled with periodic copies before each sweep. */
#include "bench.h"
#include <math.h>

enum { PAD = 8, ROWS = 2 };
static long n, stride;

static inline double *row(double *a, long j) { return a + (j + ROWS) * stride + PAD; }

static void wrap(double *a, int reach) {
    for (long j = 0; j < n; j++) {
        double *p = row(a, j);
        for (int k = 1; k <= reach; k++) {
            p[-k] = p[n - k];
            p[n - 1 + k] = p[k - 1];
        }
    }
    size_t bytes = (size_t)(n + 2 * reach) * sizeof(double);
    for (int k = 1; k <= reach; k++) {
        memcpy(row(a, -k) - reach, row(a, n - k) - reach, bytes);
        memcpy(row(a, n - 1 + k) - reach, row(a, k - 1) - reach, bytes);
    }
}

static inline double upwind(double a, double below, double above) { return a * (a > 0 ? below : above); }

/* Zero as long as all masses are finite and not negative, as the solver computes it; kept in registers along a row. */
static inline double defect_of(double m) { return fabs(m) - m; }

static double defect;

__attribute__((noinline)) static void upwind_row(const double *restrict south, const double *restrict m,
        const double *restrict north, const double *restrict u, const double *restrict v, const double *restrict w,
        double *restrict out, double c) {
    double sum = 0;
    for (long i = 0; i < n; i++) {
        double fx = upwind(u[i + 1], m[i], m[i + 1]) - upwind(u[i], m[i - 1], m[i]);
        double fy = upwind(w[i], m[i], north[i]) - upwind(v[i], south[i], m[i]);
        double e = m[i] - c * (fx + fy);
        out[i] = e;
        sum += defect_of(e);
    }
    defect += sum;
}

static void upwind_step(double *m, double *u, double *v, double *out, double c) {
    wrap(m, 1);
    for (long j = 0; j < n; j++)
        upwind_row(row(m, j - 1), row(m, j), row(m, j + 1), row(u, j), row(v, j), row(v, j + 1), row(out, j), c);
}

/* Half the van Leer slope. */
static inline double half_slope(double x, double y) {
    double p = x * y;
    double q = p / (x + y);
    return p > 0 ? q : 0;
}

static inline double part(double a, double below, double above) {
    return (a > 0 ? a : 0) * below + (a < 0 ? a : 0) * above;
}

static void slopes(const double *restrict below, const double *restrict m, const double *restrict above,
        double *restrict h, long from, long to) {
    for (long i = from; i < to; i++) h[i] = half_slope(m[i] - below[i], above[i] - m[i]);
}

/* x slopes come in a row buffer; slope and flux at the lower face in buffers that become those of the next row. */
#define MUSCL_ROW(name, update, inspect)                                                                                     \
    __attribute__((noinline)) static void name(const double *restrict m, const double *restrict north,              \
            const double *restrict north2, const double *restrict u, const double *restrict w,                      \
            const double *restrict hx, double *restrict hy, double *restrict fy, double *restrict out, double c) {  \
        double sum = 0;                                                                                             \
        for (long i = 0; i < n; i++) {                                                                              \
            double west = part(u[i], m[i - 1] + hx[i - 1], m[i] - hx[i]);                                           \
            double east = part(u[i + 1], m[i] + hx[i], m[i + 1] - hx[i + 1]);                                       \
            double slope = half_slope(north[i] - m[i], north2[i] - north[i]);                                       \
            double flux = part(w[i], m[i] + hy[i], north[i] - slope);                                               \
            double south = fy[i];                                                                                   \
            hy[i] = slope;                                                                                          \
            fy[i] = flux;                                                                                           \
            double e = m[i] - c * ((east - west) + (flux - south));                                                 \
            double made = update;                                                                                   \
            out[i] = made;                                                                                          \
            if (inspect) sum += defect_of(made);                                                                    \
        }                                                                                                           \
        defect += sum;                                                                                              \
    }

MUSCL_ROW(muscl_euler_row, e, 0)
MUSCL_ROW(muscl_mean_row, 0.5 * (out[i] + e), 1)

static double *hx, *hy, *fy, *scratch;

static void muscl_stage(double *m, double *u, double *v, double *out, double c, int mean) {
    wrap(m, 2);
    slopes(row(m, -2), row(m, -1), row(m, 0), scratch, 0, n);
    slopes(row(m, -1), row(m, 0), row(m, 1), hy, 0, n);
    double *below = row(m, -1), *here = row(m, 0), *face = row(v, 0);
    for (long i = 0; i < n; i++) fy[i] = part(face[i], below[i] + scratch[i], here[i] - hy[i]);
    for (long j = 0; j < n; j++) {
        double *r = row(m, j);
        slopes(r - 1, r, r + 1, hx, -1, n + 1);
        (mean ? muscl_mean_row : muscl_euler_row)(
            r, row(m, j + 1), row(m, j + 2), row(u, j), row(v, j + 1), hx, hy, fy, row(out, j), c);
    }
}

static double *field(void) { return allocate((size_t)(n + 2 * ROWS + 1) * (size_t)stride * sizeof(double)); }

static double *buffer(void) { return (double *)allocate((size_t)stride * sizeof(double)) + PAD; }

int main(int count, char **arguments) {
    if (count != 3) return 2;
    n = atol(arguments[2]);
    stride = n + 2 * PAD;
    double *m = field(), *out = field(), *u = field(), *v = field();
    hx = buffer(), hy = buffer(), fy = buffer(), scratch = buffer();
    for (long j = -ROWS; j < n + ROWS; j++) {
        for (long i = -PAD; i < n + PAD; i++) {
            double x = ((double)i + 0.5) / (double)n, y = ((double)j + 0.5) / (double)n;
            row(m, j)[i] = 1 + exp(-50 * ((x - 0.5) * (x - 0.5) + (y - 0.3) * (y - 0.3)));
            row(u, j)[i] = sin(2 * M_PI * x) * cos(2 * M_PI * y);
            row(v, j)[i] = -cos(2 * M_PI * x) * sin(2 * M_PI * y);
        }
    }
    if (!strcmp(arguments[1], "upwind")) {
        BENCH(upwind_step(m, u, v, out, 0.4); double *t = m; m = out; out = t;);
    } else {
        BENCH(muscl_stage(m, u, v, out, 0.2, 0); muscl_stage(out, u, v, m, 0.2, 1););
    }
    return defect == 0 ? 0 : 1;
}
