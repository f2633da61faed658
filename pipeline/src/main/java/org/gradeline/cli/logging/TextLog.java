package org.gradeline.cli.logging;

import java.io.PrintWriter;

/**
 * Messages for people.
 *
 * @param err takes them
 * @param quiet whether there is no progress bar
 */
record TextLog(PrintWriter err, boolean quiet) implements Log {
  @Override
  public void record(Event event) {
    // Standard output tells it.
  }

  @Override
  public void report(Event event) {
    String mark = "gradeline: ";
    for (String line : event.lines()) {
      err.println(mark + line);
      mark = "";
    }
    if (event.cause() != null) {
      event.cause().printStackTrace(err);
    }
  }

  @Override
  public void reportItem(Event event) {
    event.lines().forEach(line -> err.println("  " + line));
  }

  @Override
  public ProgressDisplay progress() {
    return quiet ? share -> {} : ProgressBar.onTerminal(err);
  }
}
