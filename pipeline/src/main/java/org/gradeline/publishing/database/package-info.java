/** The tables as an SQLite file. */
@NullMarked
package org.gradeline.publishing.database;

import org.jspecify.annotations.NullMarked;
