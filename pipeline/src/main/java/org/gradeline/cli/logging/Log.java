package org.gradeline.cli.logging;

/** What a command tells besides its result, on standard error. */
public interface Log {
  /** What is told for programs alone; people read it on standard output. */
  void record(Event event);

  /** What is told to everyone. */
  void report(Event event);

  /** One of several things that the event told last consists of. */
  void reportItem(Event event);

  /** Takes how far a run has come. */
  ProgressDisplay progress();
}
