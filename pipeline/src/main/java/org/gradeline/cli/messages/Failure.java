package org.gradeline.cli.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.gradeline.reference.Problem;
import org.gradeline.reference.ReferenceException;
import org.gradeline.storage.ReportsFolder;
import org.gradeline.story.Words;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, in a sentence for a message. */
public final class Failure {
  private static final String OWN = "org.gradeline.";

  private Failure() {}

  /** What made a command fail: a sentence on the innermost cause. */
  public static String text(Throwable thrown) {
    String machine = MachineFault.messageOf(thrown);
    if (machine != null) {
      return machine;
    }
    Throwable cause = rootCause(thrown);
    if (cause instanceof FileSystemException files) {
      return "cannot write or read " + files.getFile() + ": " + sentence(reason(files));
    }
    if (cause instanceof IOException
        || cause instanceof UncheckedIOException
        || cause instanceof SQLException) {
      return "writing or reading failed: " + sentence(cause.getMessage());
    }
    return "internal failure: " + sentence(cause.toString());
  }

  /**
   * What made a command fail, without quoting any file: messages of libraries may quote records,
   * and messages on reference data quote it.
   */
  public static String withoutData(Throwable thrown) {
    String machine = MachineFault.messageOf(thrown);
    if (machine != null) {
      return machine;
    }
    Throwable cause = rootCause(thrown);
    if (cause instanceof ReferenceException wrong) {
      Problem first = wrong.problems().get(0);
      return "the reference data is wrong: "
          + Words.count(wrong.problems().size(), "problem", "problems")
          + ", the first in "
          + first.file()
          + (first.lineNumber() > 0 ? ":" + first.lineNumber() : "")
          + ".";
    }
    if (cause.getClass().getName().startsWith(OWN)) {
      return sentence(cause.getMessage());
    }
    return cause instanceof FileSystemException
        ? text(cause)
        : sentence("internal failure: " + cause.getClass().getName());
  }

  /** What a failure means for the reports: a sentence. */
  public static String reports(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof AfterPublicationException) {
        return "The new reports are published.";
      }
      if (cause instanceof ReportsFolder.DisplacedException) {
        return sentence(cause.getMessage());
      }
    }
    return "The last reports are untouched.";
  }

  private static @Nullable String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof NoSuchFileException ? "there is no such file" : e.getReason();
  }

  /** A message with a full stop at its end. */
  public static String sentence(@Nullable String message) {
    String text = message == null ? "no reason was given" : message;
    return text.endsWith(".") ? text : text + ".";
  }

  private static Throwable rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
