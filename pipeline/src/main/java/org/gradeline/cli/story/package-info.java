/** A council's story in sentences. */
@NullMarked
package org.gradeline.cli.story;

import org.jspecify.annotations.NullMarked;
