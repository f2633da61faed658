/** The website made of the published reports. */
@NullMarked
package org.gradeline.site;

import org.jspecify.annotations.NullMarked;
