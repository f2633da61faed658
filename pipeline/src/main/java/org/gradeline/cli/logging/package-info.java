/** What a command reports besides its result. */
@NullMarked
package org.gradeline.cli.logging;

import org.jspecify.annotations.NullMarked;
