// Sorting n numbers, `times` times: copy, std::sort.
//   sorts n times
#include "bench.h"
#include <algorithm>

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    long n = atol(argv[1]);
    long times = atol(argv[2]);
    unsigned long long state = 1;
    double *a = (double *)allocate(n * 8), *x = (double *)allocate(n * 8);
    for (long i = 0; i < n; i++) a[i] = bell(&state);
    volatile double result = 0;
    BENCH(
        for (long k = 0; k < times; k++) {
            memcpy(x, a, n * 8);
            std::sort(x, x + n);
            result = x[n / 2];
        }
    );
    return result == 12345;
}
