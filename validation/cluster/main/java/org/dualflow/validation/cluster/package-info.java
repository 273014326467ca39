/**
 * Sweeps on Apache Spark: {@link org.dualflow.validation.cluster.SparkCluster} is what {@code sweep --spark MASTER} finds.
 *
 * <p>May import {@code sweep} and what it may import, and Spark.
 */
@NullMarked
package org.dualflow.validation.cluster;

import org.jspecify.annotations.NullMarked;
