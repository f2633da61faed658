/**
 * What is known before a record is read: councils, frameworks, scales, lines, scopes, layouts,
 * sources, reporting dates and gates.
 *
 * <p>{@link org.gradeline.reference.ReferenceLoader} loads and checks it from the data folder.
 * There is a loader for each file or section; all collect what is wrong, and then the loading fails
 * as a whole. The values themselves are immutable and can be sent to workers.
 */
@NullMarked
package org.gradeline.reference;

import org.jspecify.annotations.NullMarked;
