/** What is counted over the histories. */
@NullMarked
package org.gradeline.statistics;

import org.jspecify.annotations.NullMarked;
