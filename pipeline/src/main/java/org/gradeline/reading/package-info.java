/** Files to raw records, each with its file and line. */
@NullMarked
package org.gradeline.reading;

import org.jspecify.annotations.NullMarked;
