package org.gradeline.cli;

/** What the program ends with. */
final class ExitStatus {
  static final int DONE = 0;
  static final int INTERNAL_FAILURE = 1;
  static final int USAGE = 2;
  static final int GATE_FAILED = 3;
  static final int REFERENCE_WRONG = 4;

  private ExitStatus() {}
}
