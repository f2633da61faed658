/** A council's records merged, ordered and followed along each line. */
@NullMarked
package org.gradeline.histories;

import org.jspecify.annotations.NullMarked;
