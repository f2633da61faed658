/** Stories of councils and days in sentences, with the words for dates, grades and numbers. */
@NullMarked
package org.gradeline.story;

import org.jspecify.annotations.NullMarked;
