/** One run of the pipeline: what it is asked to do, and what it reports of itself. */
@NullMarked
package org.gradeline.cli.running;

import org.jspecify.annotations.NullMarked;
