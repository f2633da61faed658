/** What a command and the libraries in it report besides the command's result. */
@NullMarked
package org.gradeline.cli.logging;

import org.jspecify.annotations.NullMarked;
