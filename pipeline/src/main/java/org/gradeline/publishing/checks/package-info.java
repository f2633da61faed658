/** The figures of a run held to their limits. */
@NullMarked
package org.gradeline.publishing.checks;

import org.jspecify.annotations.NullMarked;
