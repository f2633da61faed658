package org.gradeline.tables;

/**
 * A table over all councils: of counts that are added up, or of ratings in an order that is not the
 * councils'.
 *
 * @param <R> its rows
 */
public sealed interface NationalTable<R> permits TalliedTable, GatheredTable {
  /** What the table is. */
  Table<R> table();
}
