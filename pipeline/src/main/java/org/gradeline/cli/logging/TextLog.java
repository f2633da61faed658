package org.gradeline.cli.logging;

import java.io.PrintWriter;

/**
 * A log for people. Each message starts with the program's name.
 *
 * @param err receives the messages
 * @param quiet whether to show no progress bar
 */
public record TextLog(PrintWriter err, boolean quiet) implements Log {
  @Override
  public void record(Event event) {
    // Standard output has it.
  }

  @Override
  public void report(Event event) {
    Object logger = event.fields().get(LibraryLogHandler.LOGGER);
    String mark = "gradeline: " + (logger == null ? "" : logger + ": ");
    for (String line : event.lines()) {
      err.println(mark + line);
      mark = "";
    }
    if (event.cause() != null) {
      event.cause().printStackTrace(err);
    }
    err.flush();
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
