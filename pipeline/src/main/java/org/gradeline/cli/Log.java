package org.gradeline.cli;

/** What a command tells besides its result, on standard error. */
interface Log {
  /** What is told for programs alone; people read it on standard output. */
  void record(Event event);

  /** What is told to everyone. */
  void tell(Event event);

  /** One of several things that the event told last consists of. */
  void item(Event event);

  /** Takes how far a run has come. */
  ProgressDisplay progress();
}
