/** CSV files of records. */
@NullMarked
package org.gradeline.reading.csv;

import org.jspecify.annotations.NullMarked;
