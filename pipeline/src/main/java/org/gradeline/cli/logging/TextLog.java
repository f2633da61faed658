package org.gradeline.cli.logging;

import java.io.PrintWriter;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.LinePrinter.Colour;

/**
 * A log for people. Each message starts with the program's name.
 *
 * @param err receives the messages
 * @param quiet whether to show no progress bar
 * @param coloured whether the name is in colour before warnings and errors
 */
public record TextLog(PrintWriter err, boolean quiet, boolean coloured) implements Log {
  private static final String MARK = "gradeline:";

  @Override
  public void record(Event event) {
    // Standard output has it.
  }

  @Override
  public void report(Event event) {
    Object logger = event.fields().get(LibraryLogHandler.LOGGER);
    String start = logger == null ? " " : " " + logger + ": ";
    LinePrinter printer = new LinePrinter(err);
    boolean first = true;
    for (String line : event.lines()) {
      if (first) {
        printer.print(MARK, coloured ? colour(event.level()) : Colour.NONE, start + line);
      } else {
        printer.print(line);
      }
      first = false;
    }
    if (event.cause() != null) {
      printer.printTrace(event.cause());
    }
    err.flush();
  }

  private static Colour colour(Event.Level level) {
    return switch (level) {
      case INFO -> Colour.NONE;
      case WARNING -> Colour.YELLOW;
      case ERROR -> Colour.RED;
    };
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
