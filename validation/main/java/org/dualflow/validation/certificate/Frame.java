package org.dualflow.validation.certificate;

/**
 * What a field may depend on when a certificate evaluates it: one instant of the reconstructed solution F_h. The arrays
 * belong to the certificate.
 *
 * @param time the instant
 * @param scalars scalar unknowns
 * @param mean ∫ x dF_h
 * @param x sample points
 * @param cumulative F_h at the sample points
 * @param n number of sample points
 */
public record Frame(double time, double[] scalars, double mean, double[] x, double[] cumulative, int n) {}
