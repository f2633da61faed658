/** The pipeline on a Flink cluster and an object store, which are processes of their own. */
@NullMarked
package org.gradeline.cluster;

import org.jspecify.annotations.NullMarked;
