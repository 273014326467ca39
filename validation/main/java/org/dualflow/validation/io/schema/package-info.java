/**
 * What a YAML file may hold, declared once: a tree of {@linkplain org.dualflow.validation.io.schema.Kind kinds} reads a
 * file with the line of every value, reports all problems at once, documents itself and writes a JSON Schema.
 *
 * <p>Knows YAML and nothing of Dualflow; imports nothing of the project.
 */
@NullMarked
package org.dualflow.validation.io.schema;

import org.jspecify.annotations.NullMarked;
