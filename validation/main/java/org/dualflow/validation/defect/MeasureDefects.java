package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in distances and divergences. */
final class MeasureDefects {

    private MeasureDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "w2-weight",
                        "the mean square of a linear function is divided by 2 instead of 3",
                        "measure/PieceIntegrals",
                        "(d0 * d0 + d0 * d1 + d1 * d1) / 3",
                        "(d0 * d0 + d0 * d1 + d1 * d1) / 2",
                        "wasserstein-known-distances"),
                Defect.of(
                        "w2-trapezium",
                        "the mean square of a linear function is that of its ends",
                        "measure/PieceIntegrals",
                        "(d0 * d0 + d0 * d1 + d1 * d1) / 3",
                        "(d0 * d0 + d1 * d1) / 2",
                        "wasserstein-known-distances"),
                Defect.of(
                        "w1-crossing",
                        "a change of sign inside a piece is ignored",
                        "measure/PieceIntegrals",
                        "return crosses ? 0.5 * (low * (low / (low + high)) + high * (high / (low + high))) : 0.5 * (low + high);",
                        "return 0.5 * Math.abs(d0 + d1);",
                        "particles-quantile-start"),
                Defect.of(
                        "quantile-merge",
                        "the merge of two quantile functions goes on to the farther of two levels",
                        "measure/PieceIntegrals",
                        "double to = Math.min(endA, endB);",
                        "double to = Math.max(endA, endB);",
                        "wasserstein-known-distances"),
                Defect.of(
                        "equal-atoms-weight",
                        "the fourth of every four atoms counts like the third",
                        "measure/PieceIntegrals",
                        "s3 += Math.abs(x[i + 3] - y[i + 3]);",
                        "s3 += Math.abs(x[i + 2] - y[i + 2]);",
                        "wasserstein-known-distances"),
                Defect.of(
                        "equal-atoms-mean",
                        "the mean over atoms of equal mass is a sum",
                        "measure/PieceIntegrals",
                        "return sum.value() / n;",
                        "return sum.value();",
                        "wasserstein-known-distances"),
                Defect.of(
                        "w2-without-root",
                        "W₂ lacks its square root",
                        "measure/Wasserstein",
                        "largest * (p == 2 ? FastMath.sqrt(sum)",
                        "largest * (p == 2 ? sum",
                        "wasserstein-known-distances"),
                Defect.of(
                        "circle-median",
                        "the distance on a circle is not shifted by the median",
                        "measure/CircularWasserstein",
                        "PieceIntegrals.power(from[i] - median, to[i] - median, 1)",
                        "PieceIntegrals.power(from[i], to[i], 1)",
                        "wasserstein-known-distances"),
                Defect.of(
                        "jensen-shannon-half",
                        "the Jensen-Shannon divergence lacks its factor ½",
                        "measure/Divergences",
                        "return 0.5 * m * (entropy(t) + entropy(-t));",
                        "return m * (entropy(t) + entropy(-t));",
                        "divergences-known-values"),
                Defect.of(
                        "total-variation-half",
                        "the total variation lacks its factor ½",
                        "measure/Divergences",
                        "return 0.5 * l1(a, b);",
                        "return l1(a, b);",
                        "divergences-known-values"),
                Defect.of(
                        "kullback-leibler-order",
                        "the divergence of b from a instead of a from b",
                        "measure/Divergences",
                        "p / q < 2 ? q * entropy((p - q) / q) : p * FastMath.log(p / q) - p + q",
                        "q * FastMath.log(q / p) - q + p",
                        "divergences-known-values"),
                Defect.of(
                        "transport-cost-without-root",
                        "the cost of an arc of W₁ in the plane is the square of its length",
                        "measure/TransportCost",
                        "return p == 2 ? sum : FastMath.sqrt(sum);",
                        "return sum;",
                        "wasserstein-known-distances"),
                Defect.of(
                        "transport-distance-without-root",
                        "W_p in the plane is the cost of its plan, not the root of it",
                        "measure/OptimalTransport",
                        "FastMath.pow(value, 1 / p),",
                        "value,",
                        "wasserstein-known-distances"),
                Defect.of(
                        "largest-signed-distance",
                        "W_∞ of equal atoms is the largest way to the left",
                        "measure/PieceIntegrals",
                        "largest = Math.max(largest, Math.abs(a.left(i) - b.left(i)));",
                        "largest = Math.max(largest, a.left(i) - b.left(i));",
                        "wasserstein-known-distances"));
    }
}
