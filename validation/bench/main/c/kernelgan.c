/* The kernel GAN on a line, 4 long, regulariser R2, K of 128 waves (256 features).
 *   kernelgan grid cells waves      one step: MUSCL van Leer, SSP-RK2, discriminator by Fourier transforms
 *   kernelgan points n waves        one right-hand side: slopes at n points and sums over them, powers of e^{ix} by recurrence
 * Products of few powers, as in Java, were measured in C too, with vectorised sums of 4 rows x 2 weights: within 10 % of the recurrence.
 * The transform is Stockham's, radix 4 with a last radix 2 where needed, in split arrays so that it vectorises. */
#include "bench.h"
#include <math.h>

enum { BLOCK = 64, MOST = 4096 };
static const double PI = 3.14159265358979323846;

/* Twiddle factors of every pass. */
static double *twc, *tws;

static void plan(int n) {
    twc = (double *)allocate(n * 8);
    tws = (double *)allocate(n * 8);
    for (int k = 0; k < n; k++) {
        twc[k] = cos(2 * PI * k / n);
        tws[k] = -sin(2 * PI * k / n);
    }
}

/* sign = 1 forward, -1 backward, unscaled; result in (xr, xi), (yr, yi) is work space. */
__attribute__((noinline)) static void fft(int n, double sign, double *xr, double *xi, double *yr, double *yi) {
    double *ar = xr, *ai = xi, *br = yr, *bi = yi;
    int stride = 1, length = n;
    while (length > 1) {
        if (length % 4 == 0) {
            int quarter = length / 4;
            for (int p = 0; p < quarter; p++) {
                double c1 = twc[p * stride], s1 = sign * tws[p * stride];
                double c2 = c1 * c1 - s1 * s1, s2 = 2 * c1 * s1;
                double c3 = c1 * c2 - s1 * s2, s3 = c1 * s2 + s1 * c2;
                const double *restrict r0 = ar + stride * p, *restrict i0 = ai + stride * p;
                const double *restrict r1 = r0 + stride * quarter, *restrict i1 = i0 + stride * quarter;
                const double *restrict r2 = r1 + stride * quarter, *restrict i2 = i1 + stride * quarter;
                const double *restrict r3 = r2 + stride * quarter, *restrict i3 = i2 + stride * quarter;
                double *restrict o0 = br + stride * 4 * p, *restrict q0 = bi + stride * 4 * p;
                double *restrict o1 = o0 + stride, *restrict q1 = q0 + stride;
                double *restrict o2 = o1 + stride, *restrict q2 = q1 + stride;
                double *restrict o3 = o2 + stride, *restrict q3 = q2 + stride;
                for (int q = 0; q < stride; q++) {
                    double ur = r0[q] + r2[q], ui = i0[q] + i2[q];
                    double vr = r0[q] - r2[q], vi = i0[q] - i2[q];
                    double wr = r1[q] + r3[q], wi = i1[q] + i3[q];
                    double zr = sign * (i1[q] - i3[q]), zi = sign * (r3[q] - r1[q]);
                    o0[q] = ur + wr;
                    q0[q] = ui + wi;
                    double er = vr + zr, ei = vi + zi;
                    o1[q] = er * c1 - ei * s1;
                    q1[q] = er * s1 + ei * c1;
                    double fr = ur - wr, fi = ui - wi;
                    o2[q] = fr * c2 - fi * s2;
                    q2[q] = fr * s2 + fi * c2;
                    double gr = vr - zr, gi = vi - zi;
                    o3[q] = gr * c3 - gi * s3;
                    q3[q] = gr * s3 + gi * c3;
                }
            }
            length /= 4;
            stride *= 4;
        } else {
            for (int q = 0; q < stride; q++) {
                double ur = ar[q], ui = ai[q], wr = ar[q + stride], wi = ai[q + stride];
                br[q] = ur + wr;
                bi[q] = ui + wi;
                br[q + stride] = ur - wr;
                bi[q + stride] = ui - wi;
            }
            length /= 2;
            stride *= 2;
        }
        double *t = ar;
        ar = br;
        br = t;
        t = ai;
        ai = bi;
        bi = t;
    }
    if (ar != xr) {
        memcpy(xr, ar, n * 8);
        memcpy(xi, ai, n * 8);
    }
}

static int cells, waves;
static double kappa, h, lambda = 1, own = 0.5, shared = 0.5;
static double *zr, *zi, *wr, *wi, *k, *weight, *pc, *ps, *data;
static double *face, *slope, *flux, *edge;

/* Velocities at faces, rates of the coefficients c[2 waves]; returns the largest speed. */
__attribute__((noinline)) static double freeze(const double *restrict m, const double *restrict c, double *restrict rate) {
    int n = cells;
    memset(zr, 0, n * 8);
    memset(zi, 0, n * 8);
    for (int j = 0; j < waves; j++) {
        double re = 0.5 * k[j] * c[waves + j], im = 0.5 * k[j] * c[j];
        double ar = re * pc[j] - im * ps[j], ai = re * ps[j] + im * pc[j];
        zr[j + 1] = ar - im;
        zi[j + 1] = ai + re;
        zr[n - 1 - j] = ar + im;
        zi[n - 1 - j] = re - ai;
    }
    fft(n, -1, zr, zi, wr, wi);
    double mean = 0;
    for (int i = 0; i < n; i++) mean += m[i] * zr[i];
    mean *= shared;
    double fastest = 0;
    for (int i = 0; i < n; i++) {
        face[i] = own * zi[i] + mean;
        double a = fabs(face[i]);
        fastest = fastest > a ? fastest : a;
    }
    face[n] = face[0];
    for (int i = 0; i < n; i++) {
        zi[i] = lambda * m[i] * zr[i];
        zr[i] = -m[i];
    }
    fft(n, 1, zr, zi, wr, wi);
    for (int j = 0; j < waves; j++) {
        int a = j + 1, b = n - 1 - j;
        double re = 0.5 * (zr[a] + zr[b]), im = 0.5 * (zi[a] - zi[b]);
        double vr = 0.5 * k[j] * (zi[a] + zi[b]), vi = 0.5 * k[j] * (zr[b] - zr[a]);
        rate[j] = weight[j] * (data[j] + re * pc[j] + im * ps[j] - (vi * pc[j] - vr * ps[j]));
        rate[waves + j] = weight[j] * (data[waves + j] - (im * pc[j] - re * ps[j]) - (vr * pc[j] + vi * ps[j]));
    }
    return fastest;
}

/* out = u + dt * transport of u, MUSCL with van Leer's limiter. */
__attribute__((noinline)) static void euler(const double *restrict u, double dt, double *restrict out) {
    int n = cells;
    double ratio = dt / h;
    edge[0] = u[n - 1];
    memcpy(edge + 1, u, n * 8);
    edge[n + 1] = u[0];
    for (int i = 0; i < n; i++) {
        double x = edge[i + 1] - edge[i], y = edge[i + 2] - edge[i + 1];
        double ax = fabs(x), ay = fabs(y);
        slope[i + 1] = 0.5 * (x * ay + ax * y) / (ax + ay + 1e-300);
    }
    slope[0] = slope[n];
    slope[n + 1] = slope[1];
    for (int i = 0; i <= n; i++) {
        double left = edge[i] + slope[i], right = edge[i + 1] - slope[i + 1], a = face[i];
        flux[i] = 0.5 * ratio * (a * (left + right) - fabs(a) * (right - left));
    }
    for (int i = 0; i < n; i++) out[i] = u[i] - (flux[i + 1] - flux[i]);
}

static double curvature(const double *c) {
    double sum = 0;
    for (int j = 0; j < waves; j++) sum += k[j] * k[j] * sqrt(c[j] * c[j] + c[waves + j] * c[waves + j]);
    return sum;
}

/* One step of SSP-RK2 from (m, c), velocities and rates at its start being known, to the same at its end. */
__attribute__((noinline)) static void step(
        double *m, double *m1, double *m2, double *c, double *c1, double *rate, double *fastest) {
    double dt = fmin(0.45 * h / (*fastest + 1e-300), 1 / (fmax(kappa, curvature(c)) + sqrt(kappa)));
    euler(m, dt, m1);
    for (int j = 0; j < 2 * waves; j++) c1[j] = c[j] + dt * rate[j];
    freeze(m1, c1, rate);
    euler(m1, dt, m2);
    for (int i = 0; i < cells; i++) m[i] = 0.5 * (m[i] + m2[i]);
    for (int j = 0; j < 2 * waves; j++) c[j] = 0.5 * (c[j] + c1[j] + dt * rate[j]);
    *fastest = freeze(m, c, rate);
}

/* ∇D at n points and the sums of features over them. */
__attribute__((noinline)) static void sums(
        const double *restrict x, double w, int n, const double *restrict c, double *restrict g, double *restrict out) {
    static double co[MOST][BLOCK], si[MOST][BLOCK];
    memset(out, 0, 2 * waves * 8);
    for (int from = 0; from < n; from += BLOCK) {
        int size = n - from < BLOCK ? n - from : BLOCK;
        double sum[BLOCK] = {0}, v[BLOCK], cb[BLOCK], sb[BLOCK];
        for (int i = 0; i < size; i++) {
            double a = 2 * PI * (x[from + i] + 2) / 4;
            cb[i] = cos(a);
            sb[i] = sin(a);
            co[0][i] = cb[i];
            si[0][i] = sb[i];
        }
        for (int j = 0; j < waves; j++) {
            if (j > 0)
                for (int i = 0; i < size; i++) {
                    double a = co[j - 1][i], b = si[j - 1][i];
                    co[j][i] = a * cb[i] - b * sb[i];
                    si[j][i] = a * sb[i] + b * cb[i];
                }
            double p = -k[j] * c[j], q = k[j] * c[waves + j];
            for (int i = 0; i < size; i++) sum[i] += p * si[j][i] + q * co[j][i];
        }
        for (int i = 0; i < size; i++) {
            g[from + i] = sum[i];
            v[i] = lambda * w * sum[i];
        }
        for (int j = 0; j < waves; j++) {
            double a = 0, b = 0;
            for (int i = 0; i < size; i++) {
                a += -w * co[j][i] + k[j] * v[i] * si[j][i];
                b += -w * si[j][i] - k[j] * v[i] * co[j][i];
            }
            out[j] += a;
            out[waves + j] += b;
        }
    }
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int n = atoi(argv[2]);
    waves = atoi(argv[3]);
    cells = n;
    h = 4.0 / n;
    k = (double *)allocate(waves * 8);
    weight = (double *)allocate(waves * 8);
    data = (double *)allocate(2 * waves * 8);
    double *c = (double *)allocate(2 * waves * 8), *rate = (double *)allocate(2 * waves * 8);
    for (int j = 0; j < waves; j++) {
        k[j] = 2 * PI * (j + 1) / 4;
        weight[j] = 2 * sqrt(2 * PI) * 0.05 * exp(-0.5 * 0.05 * 0.05 * k[j] * k[j]) / 4;
        data[j] = cos(k[j] * 2.5);
        data[waves + j] = sin(k[j] * 2.5);
        kappa += weight[j] * k[j] * k[j];
    }
    if (argv[1][0] == 'g') {
        plan(n);
        zr = (double *)allocate(n * 8), zi = (double *)allocate(n * 8);
        wr = (double *)allocate(n * 8), wi = (double *)allocate(n * 8);
        pc = (double *)allocate(waves * 8), ps = (double *)allocate(waves * 8);
        face = (double *)allocate((n + 1) * 8), slope = (double *)allocate((n + 2) * 8);
        flux = (double *)allocate((n + 1) * 8), edge = (double *)allocate((n + 2) * 8);
        double *m = (double *)allocate(n * 8), *m1 = (double *)allocate(n * 8), *m2 = (double *)allocate(n * 8);
        double *c1 = (double *)allocate(2 * waves * 8), fastest, total = 0;
        for (int j = 0; j < waves; j++) {
            pc[j] = cos(PI * (j + 1) / n);
            ps[j] = sin(PI * (j + 1) / n);
        }
        for (int i = 0; i < n; i++) total += m[i] = exp(-2 * pow((i + 0.5) * h - 2.2, 2));
        for (int i = 0; i < n; i++) m[i] /= total;
        fastest = freeze(m, c, rate);
        BENCH(step(m, m1, m2, c, c1, rate, &fastest););
        return m[0] == 12345;
    }
    unsigned long long state = 1;
    double *x = (double *)allocate(n * 8), *g = (double *)allocate(n * 8);
    for (int i = 0; i < n; i++) x[i] = 4 * uniform(&state) - 2;
    for (int j = 0; j < 2 * waves; j++) c[j] = 1.0 / (1 + j);
    BENCH(sums(x, 1.0 / n, n, c, g, rate););
    return rate[0] == 12345;
}
