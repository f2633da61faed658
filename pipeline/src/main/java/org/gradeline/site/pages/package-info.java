/** What stands on the pages: records that templates lay out, made from the published tables. */
@NullMarked
package org.gradeline.site.pages;

import org.jspecify.annotations.NullMarked;
