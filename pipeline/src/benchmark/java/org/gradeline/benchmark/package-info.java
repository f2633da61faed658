/**
 * A benchmark: the tables by Gradeline and by DuckDB, compared and timed. Not part of the program.
 */
@NullMarked
package org.gradeline.benchmark;

import org.jspecify.annotations.NullMarked;
