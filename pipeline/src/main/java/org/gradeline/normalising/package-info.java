/** A raw record to an inspection or a visit; every rule that rejects, repairs or doubts. */
@NullMarked
package org.gradeline.normalising;

import org.jspecify.annotations.NullMarked;
