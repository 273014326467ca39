package org.dualflow.validation.report;

/**
 * Where more can be read.
 *
 * @param label for people
 * @param target a path relative to the folder of the report, with {@code /}
 */
public record Link(String label, String target) {}
