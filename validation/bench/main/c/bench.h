/* Timing of one operation: samples of at least 0.1 s for one second and a half after a warm-up; the best is printed. */
#ifndef DUALFLOW_BENCH_H
#define DUALFLOW_BENCH_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double seconds_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* 64-byte aligned zeroed memory */
static inline void *allocate(size_t bytes) {
    void *p = aligned_alloc(64, (bytes + 63) / 64 * 64);
    if (!p) exit(1);
    memset(p, 0, bytes);
    return p;
}

/* The numbers of java.util.SplittableRandom (SplitMix64): C and Java work on the same data. */
static inline double uniform(unsigned long long *state) {
    unsigned long long z = *state += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* Nearly normal: a sum of four uniform numbers less its mean. */
static inline double bell(unsigned long long *state) {
    double sum = uniform(state);
    sum += uniform(state);
    sum += uniform(state);
    sum += uniform(state);
    return sum - 2;
}

/* Runs the statement in braces again and again and prints the seconds of the best sample. */
#define BENCH(...)                                                           \
    do {                                                                     \
        double once_ = seconds_now();                                        \
        { __VA_ARGS__ }                                                      \
        once_ = seconds_now() - once_;                                       \
        long inner_ = once_ > 0.1 ? 1 : (long)(0.1 / (once_ + 1e-9)) + 1;    \
        double best_ = 1e300;                                                \
        double begin_ = seconds_now();                                       \
        for (int k_ = 0; k_ < 5 || seconds_now() - begin_ < 1.5; k_++) {     \
            double t_ = seconds_now();                                       \
            for (long q_ = 0; q_ < inner_; q_++) { __VA_ARGS__ }             \
            t_ = (seconds_now() - t_) / (double)inner_;                      \
            if (t_ < best_) best_ = t_;                                      \
        }                                                                    \
        printf("%.9g\n", best_);                                             \
    } while (0)
#endif
