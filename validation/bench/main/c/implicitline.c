/* One implicit Euler step of the Jensen-Shannon flow on a line, to rounding, as in fv.implicit.ImplicitEuler: assembly,
   Newton's method in w = log(1+r), elimination from both ends without subtraction. Argument: cells, an even number;
   with a second one the number of iterations and the defect go to the error stream. */
#include "bench.h"
#include <math.h>

static void eliminate(long n, const double *restrict c, const double *restrict g, const double *restrict b,
                      double *restrict f, double *restrict x) {
    long m = n / 2, i = 0, k = n - 1;
    double s = c[0], beta = b[0], p = 1 / (c[0] + g[0]);
    double t = c[k], gamma = b[k], q = 1 / (c[k] + g[k - 1]);
    for (;; i++, k--) {
        double up = g[i] * p, down = g[k - 1] * q;
        f[i] = up;
        x[i] = beta * p;
        f[k] = down;
        x[k] = gamma * q;
        if (i + 1 == m) break;
        q = 1 / (t * down + (c[k - 1] + g[k - 2]));
        p = 1 / (s * up + (c[i + 1] + g[i + 1]));
        s = s * up + c[i + 1];
        t = t * down + c[k - 1];
        beta = beta * up + b[i + 1];
        gamma = gamma * down + b[k - 1];
    }
    /* n is even: rows 0 ... m-1 and m ... n-1 are done, x[m-1] and x[m] are linked by g[m-1] */
    double ga = s, gb = t, link = g[m - 1];
    double det = ga * gb / (ga + gb) + link;
    double sum = (beta + gamma) / (ga + gb);
    double left = sum + gb / (ga + gb) * (beta * gb - gamma * ga) / (ga + gb) / det;
    double right = sum - ga / (ga + gb) * (beta * gb - gamma * ga) / (ga + gb) / det;
    x[m - 1] = left;
    x[m] = right;
    for (i = m - 2, k = m + 1; i >= 0; i--, k++) {
        x[i] = left = f[i] * left + x[i];
        x[k] = right = f[k] * right + x[k];
    }
}

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 10000;
    size_t bytes = (size_t)n * sizeof(double);
    double *mu = allocate(bytes), *g = allocate(bytes), *m = allocate(bytes), *r = allocate(bytes), *w = allocate(bytes);
    double *c = allocate(bytes), *b = allocate(bytes), *f = allocate(bytes), *x = allocate(bytes), *end = allocate(bytes);
    double h = 16.0 / n, tau = 0.1;
    for (long i = 0; i < n; i++) {
        double y = -8 + (i + 0.5) * h;
        mu[i] = exp(-0.5 * y * y) * h / sqrt(2 * M_PI);
        m[i] = exp(-2 * (y - 1) * (y - 1)) * h * sqrt(2 / M_PI);
    }
    for (long i = 0; i + 1 < n; i++) g[i] = 0.5 / (0.5 * h * h * (1 / mu[i] + 1 / mu[i + 1]));
    g[n - 1] = 0;
    int iterations = 0;
    BENCH({
        double mass = 0, least = 1e300, most = 0;
        for (long i = 0; i < n; i++) {
            r[i] = m[i] / mu[i];
            least = fmin(least, r[i]);
            most = fmax(most, r[i]);
            mass += m[i];
        }
        for (long i = 0; i < n; i++) w[i] = log1p(r[i]);
        double accuracy = 0x1p-48, perTime = 1 / tau;
        for (iterations = 1; iterations < 100; iterations++) {
            for (long i = 0; i < n; i++) {
                c[i] = mu[i] * (1 + r[i]) * perTime;
                b[i] = (mu[i] * fmax(0, (1 + r[i]) * w[i] - r[i]) + m[i]) * perTime;
            }
            eliminate(n, c, g, b, f, x);
            double defect = 0, excess = -1;
            for (long i = 0; i < n; i++) {
                double line = r[i] + (1 + r[i]) * (x[i] - w[i]);
                double to = expm1(x[i]);
                double gap = fabs(to - line);
                defect += mu[i] * gap;
                excess = fmax(excess, gap - accuracy * to);
                r[i] = to;
                w[i] = x[i];
            }
            if (defect <= accuracy * mass && excess <= 0) break;
        }
        double sum = 0;
        for (long i = 0; i < n; i++) {
            end[i] = mu[i] * fmin(fmax(r[i], least), most);
            sum += end[i];
        }
        double factor = mass / sum;
        for (long i = 0; i < n; i++) end[i] *= factor;
    });
    if (argc > 2) {
        double error = 0;
        for (long i = 0; i < n; i++) {
            double flux = (i + 1 < n ? g[i] * (w[i + 1] - w[i]) : 0) - (i > 0 ? g[i - 1] * (w[i] - w[i - 1]) : 0);
            error += fabs(end[i] - m[i] - tau * flux);
        }
        fprintf(stderr, "Newton iterations %d, defect %g\n", iterations, error);
    }
    return 0;
}
