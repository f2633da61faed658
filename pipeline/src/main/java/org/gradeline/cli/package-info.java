/** Commands, options, messages and exit statuses. */
@NullMarked
package org.gradeline.cli;

import org.jspecify.annotations.NullMarked;
