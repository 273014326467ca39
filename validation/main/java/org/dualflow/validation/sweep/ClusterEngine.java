package org.dualflow.validation.sweep;

import java.util.Optional;
import java.util.ServiceLoader;

/** A {@link SweepEngine} of many machines, found on the class path: the module {@code cluster} has one. */
public interface ClusterEngine {

    /** The engine of a cluster; {@code master} is its address in the words of the cluster. */
    SweepEngine on(String master);

    /** The one on the class path, if there is one. */
    static Optional<ClusterEngine> find() {
        return ServiceLoader.load(ClusterEngine.class).findFirst();
    }
}
