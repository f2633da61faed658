/** What holds for an option that the command line leaves out. */
@NullMarked
package org.gradeline.cli.defaults;

import org.jspecify.annotations.NullMarked;
