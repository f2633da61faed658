/** The pictures of the website: each a pure function from records to an inline SVG. */
@NullMarked
package org.gradeline.site.charts;

import org.jspecify.annotations.NullMarked;
