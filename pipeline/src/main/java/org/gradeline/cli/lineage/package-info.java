/** The OpenLineage events of a run. */
@NullMarked
package org.gradeline.cli.lineage;

import org.jspecify.annotations.NullMarked;
