package org.gradeline.cli.logging;

import java.io.PrintWriter;
import org.gradeline.cli.messages.LinePrinter;

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
    LinePrinter printer = new LinePrinter(err);
    for (String line : event.lines()) {
      printer.print(mark + line);
      mark = "";
    }
    if (event.cause() != null) {
      printer.printTrace(event.cause());
    }
    err.flush();
  }

  @Override
  public void reportItem(Event event) {
    LinePrinter printer = new LinePrinter(err);
    event.lines().forEach(line -> printer.print("  " + line));
  }

  @Override
  public ProgressDisplay progress() {
    return quiet ? share -> {} : ProgressBar.onTerminal(err);
  }
}
