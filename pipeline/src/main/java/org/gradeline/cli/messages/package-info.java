/** Dates, numbers, revisions and failures in words. */
@NullMarked
package org.gradeline.cli.messages;

import org.jspecify.annotations.NullMarked;
