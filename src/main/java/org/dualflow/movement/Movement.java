package org.dualflow.movement;

/**
 * A movement that was made and certified.
 *
 * @param bound an upper bound, up to rounding, of the distance from the point found to the exact minimiser
 * @param residual |P_T(-∇Φ)| at the point found, in the norm of the space
 * @param iterations Newton iterations that it took
 */
public record Movement(double bound, double residual, int iterations) {}
