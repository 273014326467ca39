/**
 * Parameter studies: one case solved for many values of its keys, on threads, as shards or on a cluster, with one table at the
 * end that does not depend on which of them computed it.
 *
 * <p>{@link org.dualflow.validation.sweep.SweepPlan} says what a sweep is, {@link org.dualflow.validation.sweep.SweepFolder}
 * holds what is finished, a {@link org.dualflow.validation.sweep.SweepEngine} computes what is missing. May import the
 * library and every package of the harness except {@code cli}.
 */
@NullMarked
package org.dualflow.validation.sweep;

import org.jspecify.annotations.NullMarked;
