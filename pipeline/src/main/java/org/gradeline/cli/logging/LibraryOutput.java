package org.gradeline.cli.logging;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reports what libraries print on standard error without logging it: each line is a warning, so
 * that standard error remains a log of JSON objects.
 */
public final class LibraryOutput extends ByteArrayOutputStream {
  private final Log log;

  private LibraryOutput(Log log) {
    this.log = log;
  }

  /** A stream to use as standard error. */
  public static PrintStream to(Log log) {
    return new PrintStream(new LibraryOutput(log), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void flush() {
    String text = toString(StandardCharsets.UTF_8);
    reset();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> log.report(Event.warning(LibraryLogHandler.EVENT, line)));
  }
}
