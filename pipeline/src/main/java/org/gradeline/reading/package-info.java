/**
 * Files to raw records, each with its file and line. A format is a package of its own that only its
 * registration names; what formats share is in {@code tabular} (rows) and {@code text} (records of
 * text files).
 */
@NullMarked
package org.gradeline.reading;

import org.jspecify.annotations.NullMarked;
