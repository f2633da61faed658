/** What the text formats share: files cut into blocks of whole records, each with its line. */
@NullMarked
package org.gradeline.reading.text;

import org.jspecify.annotations.NullMarked;
