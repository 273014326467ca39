/**
 * What both discretisations solve: a {@link org.dualflow.model.TransportModel} turns the state of all species into
 * frozen velocity fields and rates.
 *
 * <p>May import {@code mesh}, {@code measure} and {@code field}. A model knows no discretisation.
 */
@NullMarked
package org.dualflow.model;

import org.jspecify.annotations.NullMarked;
