package org.gradeline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gradeline.cli.commands.LogOptions;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.Failure;

/**
 * What a command prints when it cannot even report its failure, for want of memory or of files. It
 * is made while there still are some, and printing it needs none.
 */
final class LastWords {
  private final byte[] noMemory;
  private final byte[] noClasses;
  private final FileOutputStream standardError = new FileOutputStream(FileDescriptor.err);

  private LastWords(byte[] noMemory, byte[] noClasses) {
    this.noMemory = noMemory;
    this.noClasses = noClasses;
  }

  /**
   * Makes the messages.
   *
   * @param arguments the command line, which says how messages are written
   */
  static LastWords of(List<String> arguments) {
    return new LastWords(
        line(arguments, new OutOfMemoryError()), line(arguments, new LinkageError()));
  }

  private static byte[] line(List<String> arguments, Error error) {
    StringWriter line = new StringWriter();
    String message = Failure.text(error) + " The last reports are untouched.";
    LogOptions.log(arguments, new PrintWriter(line))
        .report(Event.error("failed", List.of(message)).ending(ExitStatus.INTERNAL_FAILURE));
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Prints the message that fits what was thrown. */
  void print(Throwable thrown) {
    try {
      standardError.write(thrown instanceof LinkageError ? noClasses : noMemory);
    } catch (IOException e) {
      // There is nothing left to do but to end with the exit status.
    }
  }
}
