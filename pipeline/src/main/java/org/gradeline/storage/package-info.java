/** The reports folder, which a run replaces as a whole, and the digests of files. */
@NullMarked
package org.gradeline.storage;

import org.jspecify.annotations.NullMarked;
