/** JSON files of records. */
@NullMarked
package org.gradeline.reading.json;

import org.jspecify.annotations.NullMarked;
