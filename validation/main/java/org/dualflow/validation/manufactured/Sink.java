package org.dualflow.validation.manufactured;

import java.util.function.DoubleUnaryOperator;

/**
 * A point of a line where mass stays as an atom: where the field jumps downwards through zero, or a clipped wall that
 * the field points at.
 *
 * @param x where
 * @param mass the mass of the atom as a function of time: the time integral of what flows in, plus what it began with
 */
public record Sink(double x, DoubleUnaryOperator mass) {}
