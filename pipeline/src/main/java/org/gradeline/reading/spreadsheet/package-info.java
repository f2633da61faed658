/**
 * Workbooks (XLSX and ODS): each visible sheet is a table of its own. They are read as a stream
 * within {@link org.gradeline.reading.spreadsheet.Bounds bounds}, since a small file can unpack to
 * more than a machine holds.
 */
@NullMarked
package org.gradeline.reading.spreadsheet;

import org.jspecify.annotations.NullMarked;
