/** Revisions and failures in words, and the lines that people read them in. */
@NullMarked
package org.gradeline.cli.messages;

import org.jspecify.annotations.NullMarked;
