package org.gradeline.reading;

/** What a place in a file gives: a record, the reason why there is none, or a remark on it. */
public sealed interface RawEntry permits RawRecord, Unreadable, Remark {
  /** First line of the place, from 1. */
  long lineNumber();
}
