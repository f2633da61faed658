/** A layout to start from, for a file that no layout fits. */
@NullMarked
package org.gradeline.cli.suggesting;

import org.jspecify.annotations.NullMarked;
