/**
 * Councils, frameworks, scales, lines, scopes and reporting dates: what is known before a record is
 * read. Loads and checks it.
 */
@NullMarked
package org.gradeline.reference;

import org.jspecify.annotations.NullMarked;
