# A solver that is not ours and knows nothing of Dualflow: u_t = u_xx on [0, 1], u = 0 at both ends, u(0, x) = sin(πx), by explicit
# central differences with dt = h²/4 until t = 0.1. Exact: exp(-π² t) sin(πx). Prints what "judge" takes: h and errors.
#   awk -f validation/examples/heat.awk > validation/examples/heat.csv
BEGIN {
    pi = atan2(0, -1)
    end = 0.1
    print "h,l2,max"
    for (n = 10; n <= 80; n *= 2) {
        h = 1 / n
        steps = int(end / (h * h / 4) + 0.5)
        dt = end / steps
        for (i = 0; i <= n; i++) u[i] = sin(pi * i * h)
        u[n] = 0
        for (k = 0; k < steps; k++) {
            for (i = 1; i < n; i++) v[i] = u[i] + dt / (h * h) * (u[i - 1] - 2 * u[i] + u[i + 1])
            for (i = 1; i < n; i++) u[i] = v[i]
        }
        sum = 0; worst = 0
        for (i = 0; i <= n; i++) {
            e = u[i] - exp(-pi * pi * end) * sin(pi * i * h)
            if (e < 0) e = -e
            sum += h * e * e
            if (e > worst) worst = e
        }
        printf "%.10g,%.10g,%.10g\n", h, sqrt(sum), worst
    }
}
