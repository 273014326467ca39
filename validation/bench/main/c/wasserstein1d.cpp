// W1 of two samples of n numbers with equal weights: copy, sort, mean distance of the sorted numbers.
//   wasserstein1d sort|radix n
#include "bench.h"
#include <algorithm>
#include <cmath>
#include <cstdint>

// LSD radix sort of doubles, six passes of eleven bits on keys whose unsigned order is that of the numbers.
static void radix_sort(double *data, double *scratch, long n) {
    static uint32_t count[6][2048];
    memset(count, 0, sizeof count);
    uint64_t *from = (uint64_t *)data, *to = (uint64_t *)scratch;
    for (long i = 0; i < n; i++) {
        uint64_t key = from[i];
        key ^= (uint64_t)((int64_t)key >> 63) | 0x8000000000000000ull;
        from[i] = key;
        for (int pass = 0; pass < 6; pass++) count[pass][(key >> (11 * pass)) & 2047]++;
    }
    for (int pass = 0; pass < 6; pass++) {
        uint32_t sum = 0;
        bool one = false;
        for (int b = 0; b < 2048; b++) {
            uint32_t c = count[pass][b];
            one |= c == n;
            count[pass][b] = sum;
            sum += c;
        }
        if (one) continue;
        for (long i = 0; i < n; i++) to[count[pass][(from[i] >> (11 * pass)) & 2047]++] = from[i];
        std::swap(from, to);
    }
    for (long i = 0; i < n; i++) {
        uint64_t key = from[i];
        from[i] = key ^ ((key >> 63) ? 0x8000000000000000ull : ~0ull);
    }
    if ((double *)from != data) memcpy(data, from, n * sizeof(double));
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    bool radix = !strcmp(argv[1], "radix");
    long n = atol(argv[2]);
    unsigned long long state = 1;
    double *a = (double *)allocate(n * 8), *b = (double *)allocate(n * 8);
    double *x = (double *)allocate(n * 8), *y = (double *)allocate(n * 8), *scratch = (double *)allocate(n * 8);
    for (long i = 0; i < n; i++) {
        a[i] = bell(&state);
        b[i] = 0.3 + 1.2 * bell(&state);
    }
    volatile double result = 0;
    BENCH(
        memcpy(x, a, n * 8);
        memcpy(y, b, n * 8);
        if (radix) {
            radix_sort(x, scratch, n);
            radix_sort(y, scratch, n);
        } else {
            std::sort(x, x + n);
            std::sort(y, y + n);
        }
        double sum = 0;
        for (long i = 0; i < n; i++) sum += std::fabs(x[i] - y[i]);
        result = sum / n;
    );
    return result == 12345;
}
