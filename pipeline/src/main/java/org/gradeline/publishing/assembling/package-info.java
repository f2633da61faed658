/** Parts of tables and totals that workers leave, brought together into files. */
@NullMarked
package org.gradeline.publishing.assembling;

import org.jspecify.annotations.NullMarked;
