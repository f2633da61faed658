package org.gradeline.cli.logging;

import java.io.PrintWriter;

/** A line on the terminal that shows how far a long run has come, and is erased at the end. */
final class ProgressBar implements ProgressDisplay {
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final int WIDTH = 40;

  private final PrintWriter terminal;
  private final boolean visible;
  private final long started = System.nanoTime();
  private boolean drawn;

  private ProgressBar(PrintWriter terminal, boolean visible) {
    this.terminal = terminal;
    this.visible = visible;
  }

  /** A bar that is drawn only on a terminal. */
  // From Java 22 on there is a console without a terminal too, and the bar is drawn there.
  @SuppressWarnings("SystemConsoleNull")
  static ProgressBar onTerminal(PrintWriter err) {
    return new ProgressBar(err, System.console() != null);
  }

  @Override
  public void accept(double share) {
    if (visible && System.nanoTime() - started > PATIENCE_NANOS) {
      int done = (int) Math.round(share * WIDTH);
      terminal.print(
          "\r["
              + "#".repeat(done)
              + " ".repeat(WIDTH - done)
              + "] "
              + Math.round(share * 100)
              + " %");
      terminal.flush();
      drawn = true;
    }
  }

  /** Erases the line. */
  @Override
  public void clear() {
    if (drawn) {
      terminal.print("\r" + " ".repeat(WIDTH + 10) + "\r");
      terminal.flush();
      drawn = false;
    }
  }
}
