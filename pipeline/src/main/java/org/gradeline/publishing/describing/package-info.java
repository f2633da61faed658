/** What describes the reports: data package, data dictionary, record of the run. */
@NullMarked
package org.gradeline.publishing.describing;

import org.jspecify.annotations.NullMarked;
