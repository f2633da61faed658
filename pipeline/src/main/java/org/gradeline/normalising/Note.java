package org.gradeline.normalising;

import java.util.Comparator;

/** Something to be told about a place in a source. */
public sealed interface Note {
  /** The order of the tables: by place, then by what is told of it. */
  Comparator<Note> ORDER =
      Comparator.comparingInt(Note::source)
          .thenComparingLong(Note::line)
          .thenComparing(note -> note.rule().key())
          .thenComparing(Note::field)
          .thenComparing(Note::value);

  /** Position of the source. */
  int source();

  /** Line in the source, from 1. */
  long line();

  /** The rule that applied. */
  Rule rule();

  /** The field or area concerned; empty for a whole record. */
  String field();

  /** The value as written. */
  String value();

  /** A record, judgement or finding that is not used. */
  record Rejection(
      int source,
      long line,
      Rule rule,
      String field,
      String value,
      String message,
      String suggestion,
      String raw)
      implements Note {}

  /** A value that is used as it was evidently meant. */
  record Repair(int source, long line, Rule rule, String field, String value, String repaired)
      implements Note {}

  /** A value that is used, and that a person should look at. */
  record Warning(int source, long line, Rule rule, String field, String value, String message)
      implements Note {}
}
