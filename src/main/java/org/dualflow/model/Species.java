package org.dualflow.model;

import org.dualflow.mesh.Domain;

/**
 * One unknown measure of a model and the box it lives in.
 *
 * @param name what users and result files call it
 * @param domain the box and its boundaries; grid and particles obey the same ones
 */
public record Species(String name, Domain domain) {}
