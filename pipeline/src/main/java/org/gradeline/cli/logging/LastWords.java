package org.gradeline.cli.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The report of a failure that comes out when no other can, for want of memory or of files to open.
 * It is made while there still are some, and printing it needs none. Safe for several threads.
 *
 * <pre>{@code
 * LastWords noMemory = LastWords.of(failed, err -> new TextLog(err, false, false));
 * noMemory.print();
 * }</pre>
 */
public final class LastWords {
  private final byte[] line;
  private final FileOutputStream standardError = new FileOutputStream(FileDescriptor.err);

  private LastWords(byte[] line) {
    this.line = line;
  }

  /**
   * Makes a report.
   *
   * @param event what to report
   * @param log makes the log that says how
   */
  public static LastWords of(Event event, Function<PrintWriter, Log> log) {
    StringWriter line = new StringWriter();
    log.apply(new PrintWriter(line)).report(event);
    return new LastWords(line.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Prints the report on standard error. */
  public void print() {
    try {
      standardError.write(line);
    } catch (IOException e) {
      // Nobody hears it; the exit status remains.
    }
  }
}
