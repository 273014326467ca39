/* The right-hand side of the clipped Wasserstein GAN with tanh, d = l = 1: outputs of both networks at the nodes, then the
 * velocity of every neuron of both players, point by point.
 *   gan grid n nodes      n^3 cells per player, nodes latent nodes and as many data
 *   gan points n nodes    n random neurons per player
 * Neurons are (outer, inner, bias) with a weight; blocks of a row or of 512 points stay in the first-level cache. */
#include "bench.h"
#include <math.h>

typedef struct {
    double *outer, *inner, *bias, *weight, *v[3];
} Player;

static long n, block, nodes;

static Player player(void) {
    Player p;
    size_t bytes = (size_t)n * sizeof(double);
    p.outer = allocate(bytes), p.inner = allocate(bytes), p.bias = allocate(bytes), p.weight = allocate(bytes);
    for (int d = 0; d < 3; d++) p.v[d] = allocate(bytes);
    return p;
}

static double output(const Player *p, double y) {
    double sum = 0;
    for (long i = 0; i < n; i++) sum += p->weight[i] * p->outer[i] * tanh(p->inner[i] * y + p->bias[i]);
    return sum;
}

static double slope(const Player *p, double y) {
    double sum = 0;
    for (long i = 0; i < n; i++) {
        double t = tanh(p->inner[i] * y + p->bias[i]);
        sum += p->weight[i] * p->outer[i] * p->inner[i] * (1 - t * t);
    }
    return sum;
}

/* Gradient of sum_k c_k outer tanh(inner y_k + bias). */
__attribute__((noinline)) static void velocity(const double *restrict outer, const double *restrict inner,
        const double *restrict bias, double *restrict v0, double *restrict v1, double *restrict v2, long size, const double *y,
        const double *c, long count) {
    static double s0[512], t0[512], t1[512];
    for (long i = 0; i < size; i++) s0[i] = t0[i] = t1[i] = 0;
    for (long k = 0; k < count; k++) {
        double yk = y[k], ck = c[k], cy = ck * yk;
        for (long i = 0; i < size; i++) {
            double t = tanh(inner[i] * yk + bias[i]);
            double d = 1 - t * t;
            s0[i] += ck * t;
            t0[i] += ck * d;
            t1[i] += cy * d;
        }
    }
    for (long i = 0; i < size; i++) {
        v0[i] = s0[i];
        v1[i] = outer[i] * t1[i];
        v2[i] = outer[i] * t0[i];
    }
}

static void move(Player *p, const double *y, const double *c, long count) {
    for (long from = 0; from < n; from += block) {
        long size = n - from < block ? n - from : block;
        velocity(p->outer + from, p->inner + from, p->bias + from, p->v[0] + from, p->v[1] + from, p->v[2] + from, size, y, c,
            count);
    }
}

static double *z, *y, *descent, *ascent;

static void right_hand_side(Player *generator, Player *critic) {
    for (long k = 0; k < nodes; k++) y[k] = output(generator, z[k]);
    for (long k = 0; k < nodes; k++) descent[k] = -slope(critic, y[k]) / (double)nodes;
    move(generator, z, descent, nodes);
    move(critic, y, ascent, 2 * nodes);
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    int grid = !strcmp(arguments[1], "grid");
    long side = atol(arguments[2]);
    nodes = atol(arguments[3]);
    n = grid ? side * side * side : side;
    block = grid ? side : 512;
    Player generator = player(), critic = player();
    unsigned long long state = 1;
    for (int p = 0; p < 2; p++) {
        Player *at = p ? &critic : &generator;
        double reach = p ? 1 : 3;
        for (long i = 0; i < n; i++) {
            double place[3];
            for (int d = 0; d < 3; d++) {
                long index = d == 0 ? i % side : d == 1 ? i / side % side : i / side / side;
                place[d] = reach * (2 * (grid ? ((double)index + 0.5) / (double)side : uniform(&state)) - 1);
            }
            at->outer[i] = place[0], at->inner[i] = place[1], at->bias[i] = place[2];
            at->weight[i] = (1 + place[0] * place[1] / (reach * reach)) / (double)n;
        }
    }
    size_t bytes = 2 * (size_t)nodes * sizeof(double);
    z = allocate(bytes), y = allocate(bytes), descent = allocate(bytes), ascent = allocate(bytes);
    for (long k = 0; k < nodes; k++) {
        z[k] = bell(&state);
        y[nodes + k] = bell(&state);
        ascent[k] = 1 / (double)nodes;
        ascent[nodes + k] = -1 / (double)nodes;
    }
    BENCH(right_hand_side(&generator, &critic););
    return 0;
}
