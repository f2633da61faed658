/** The published tables: names, columns, order, formatting. */
@NullMarked
package org.gradeline.tables;

import org.jspecify.annotations.NullMarked;
