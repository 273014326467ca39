package org.dualflow.validation.cluster;

import org.dualflow.validation.sweep.ClusterEngine;
import org.dualflow.validation.sweep.SweepEngine;

/** Apache Spark, for whoever looks for a {@link ClusterEngine}. */
public final class SparkCluster implements ClusterEngine {

    /** For {@link java.util.ServiceLoader}. */
    public SparkCluster() {}

    @Override
    public SweepEngine on(String master) {
        return new SparkEngine(master);
    }
}
