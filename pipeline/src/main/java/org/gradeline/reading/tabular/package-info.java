/** Rows to raw records: the header, its layout and its columns, for every format that has rows. */
@NullMarked
package org.gradeline.reading.tabular;

import org.jspecify.annotations.NullMarked;
