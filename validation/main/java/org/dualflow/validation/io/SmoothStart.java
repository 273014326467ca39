package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.measure.Law;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.SmoothLaw;

/** Laws that are known to have a smooth density everywhere. */
final class SmoothStart {

    private SmoothStart() {}

    /** Normal laws, products of them, and their mixtures; empty for others. */
    static Optional<SmoothLaw> of(Law law) {
        if (law instanceof NormalMixture mixture) {
            return Optional.of(mixture);
        }
        if (law instanceof NormalLaw normal) {
            return Optional.of(NormalMixture.normal(normal.sd(), normal.mean()));
        }
        if (!(law instanceof ProductLaw product)) {
            return Optional.empty();
        }
        double[][] means = new double[product.dimension()][1];
        double[][] sds = new double[product.dimension()][1];
        for (int d = 0; d < means.length; d++) {
            if (!(product.factors().get(d) instanceof NormalLaw normal)) {
                return Optional.empty();
            }
            means[d][0] = normal.mean();
            sds[d][0] = normal.sd();
        }
        return Optional.of(new NormalMixture(new double[] {1}, means, sds));
    }
}
