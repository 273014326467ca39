/**
 * Planted defects: one-line mistakes, each put into the library, or into what measures it, at run time to see which claims
 * notice it. A {@link org.dualflow.validation.defect.DefectMatrix} shows who notices what.
 *
 * <p>The harness ships the source text of the library it verifies, and of its own certificates, exact and manufactured solutions. A defect is an edit of that text; the edited class is
 * compiled in memory and loaded, with all others, by a class loader of its own. The library itself holds no switch. After
 * K. Salari and P. Knupp, Code Verification by the Method of Manufactured Solutions, SAND2000-1444, 2000.
 *
 * <p>May import {@code claim} and what lies below it.
 */
@NullMarked
package org.dualflow.validation.defect;

import org.jspecify.annotations.NullMarked;
