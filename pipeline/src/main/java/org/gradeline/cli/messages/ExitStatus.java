package org.gradeline.cli.messages;

/** The exit statuses of the program, as the README lists them. */
public final class ExitStatus {
  public static final int DONE = 0;
  public static final int INTERNAL_FAILURE = 1;
  public static final int USAGE = 2;
  public static final int GATE_FAILED = 3;
  public static final int REFERENCE_WRONG = 4;

  private ExitStatus() {}
}
