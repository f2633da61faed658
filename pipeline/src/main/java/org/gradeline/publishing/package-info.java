/** Staging, manifest, data package, and the swap that replaces the last reports. */
@NullMarked
package org.gradeline.publishing;

import org.jspecify.annotations.NullMarked;
