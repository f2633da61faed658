/** How the ratings of one reports folder differ from those of another. */
@NullMarked
package org.gradeline.publishing.revisions;

import org.jspecify.annotations.NullMarked;
