package org.gradeline.cli.logging;

/** What a command reports on standard error, besides its result on standard output. */
public interface Log {
  /** Reports an event to programs only; people read of it on standard output. */
  void record(Event event);

  /** Reports an event to people and programs. */
  void report(Event event);

  /** Reports one of the items that the last reported event announced. */
  void reportItem(Event event);

  /** Shows how far a run has come. */
  ProgressDisplay progress();
}
