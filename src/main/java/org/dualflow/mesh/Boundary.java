package org.dualflow.mesh;

/** What happens to mass at one end of an axis. */
public enum Boundary {
    /** A wall at the outer face of the last cell; no mass crosses it. */
    NO_FLUX,
    /**
     * A wall on which mass may sit: the velocity is projected on the tangent cone of the domain, so that a
     * component pointing out of it is zero on the wall. A mesh puts a <em>point</em> on the wall, hence an atom on
     * the wall is represented exactly where it is.
     */
    CLIPPED,
    /** The two ends of the axis are the same point; both ends must be periodic. */
    PERIODIC,
    /** Mass that reaches the end leaves the domain and is accounted for as outflow; nothing enters. */
    OPEN
}
