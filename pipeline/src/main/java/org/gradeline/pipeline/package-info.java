/** The Beam pipeline: the only package that knows Beam besides the command line. */
@NullMarked
package org.gradeline.pipeline;

import org.jspecify.annotations.NullMarked;
