package org.gradeline.reading;

/** What a place in a file gives: a record, or the reason why there is none. */
public sealed interface RawEntry permits RawRecord, Unreadable {
  /** First line of the place, from 1. */
  long lineNumber();
}
