/** Where the reports are: the folder that a run replaces as a whole, and the hashes of files. */
@NullMarked
package org.gradeline.storage;

import org.jspecify.annotations.NullMarked;
