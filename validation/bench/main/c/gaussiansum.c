/* Sum of n Gaussians and its gradient moments at the first m of the n points themselves, over all pairs.
 *   gaussiansum dimension n m width
 * The exponential is the vector maths library's. */
#include "bench.h"
#include <math.h>

__attribute__((noinline)) static void line(const double *restrict x, const double *restrict w, double *restrict s,
        double *restrict sx, long n, long m, double c) {
    for (long i = 0; i < m; i++) {
        double at = x[i], sum = 0, moment = 0;
        for (long j = 0; j < n; j++) {
            double d = at - x[j];
            double e = w[j] * exp(-c * d * d);
            sum += e;
            moment += d * e;
        }
        s[i] = sum;
        sx[i] = moment;
    }
}

__attribute__((noinline)) static void plane(const double *restrict x, const double *restrict y,
        const double *restrict w, double *restrict s, double *restrict sx, double *restrict sy, long n, long m,
        double c) {
    for (long i = 0; i < m; i++) {
        double at = x[i], up = y[i], sum = 0, first = 0, second = 0;
        for (long j = 0; j < n; j++) {
            double d = at - x[j], f = up - y[j];
            double e = w[j] * exp(-c * (d * d + f * f));
            sum += e;
            first += d * e;
            second += f * e;
        }
        s[i] = sum;
        sx[i] = first;
        sy[i] = second;
    }
}

int main(int argc, char **argv) {
    if (argc < 5) return 2;
    int dimension = atoi(argv[1]);
    long n = atol(argv[2]), m = atol(argv[3]);
    double width = atof(argv[4]);
    unsigned long long state = 1;
    double *x = (double *)allocate(n * 8), *y = (double *)allocate(n * 8), *w = (double *)allocate(n * 8);
    double *s = (double *)allocate(n * 8), *sx = (double *)allocate(n * 8), *sy = (double *)allocate(n * 8);
    for (long i = 0; i < n; i++) {
        x[i] = uniform(&state);
        w[i] = 1.0 / n;
    }
    for (long i = 0; i < n; i++) y[i] = uniform(&state);
    double c = 1 / (2 * width * width);
    if (dimension == 1) {
        BENCH(line(x, w, s, sx, n, m, c););
    } else {
        BENCH(plane(x, y, w, s, sx, sy, n, m, c););
    }
    return s[0] == 12345;
}
