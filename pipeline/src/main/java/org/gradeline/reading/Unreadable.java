package org.gradeline.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.gradeline.reading.GzipBytes.LeftOverException;
import org.gradeline.reference.MachineLimit;

/**
 * A place in a file that gives no record.
 *
 * @param lineNumber its first line, from 1
 * @param rule why it gives none
 * @param value the offending part if it can be assigned to a known column or key, shortened; else
 *     its size
 * @param message what is wrong and what becomes of the rest of the file
 * @param suggestion what to do
 * @param raw what is shown of the place: never a text that cannot be assigned to a known column
 */
public record Unreadable(
    long lineNumber, Rule rule, String value, String message, String suggestion, String raw)
    implements RawEntry {

  /** Why a place gives no record. */
  public enum Rule {
    MALFORMED_ROW,
    MALFORMED_JSON,
    UNREADABLE_FILE,
    UNKNOWN_LAYOUT,
    UNKNOWN_COLUMN
  }

  /**
   * The rest of a file, from this line on, when reading it fails.
   *
   * @throws java.io.UncheckedIOException when a limit of the machine is reached, which is not the
   *     file's fault
   */
  public static Unreadable rest(long lineNumber, IOException failure) {
    MachineLimit.requireNotReached(failure);
    if (isComplete(failure)) {
      return new Unreadable(
          lineNumber,
          Rule.UNREADABLE_FILE,
          "",
          String.valueOf(failure.getMessage()),
          "Get a new copy of the file, or compress it again.",
          "");
    }
    return new Unreadable(
        lineNumber,
        Rule.UNREADABLE_FILE,
        "",
        "the file cannot be read from line " + lineNumber + " on: " + reason(failure),
        "Get a new copy of the file.",
        "");
  }

  /** Whether a failure of reading comes behind all data of a file. */
  public static boolean isComplete(IOException failure) {
    return failure instanceof LeftOverException;
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it no longer exists";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission is denied";
    }
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    if (failure instanceof EOFException) {
      return "it ends too early: the compressed data is cut off";
    }
    return failure instanceof CharacterCodingException
        ? "it has bytes that are not UTF-8"
        : String.valueOf(failure.getMessage());
  }

  /** The same with another text of the place. */
  public Unreadable withRaw(String shown) {
    return new Unreadable(lineNumber, rule, value, message, suggestion, shown);
  }

  /** The same with another message. */
  public Unreadable withMessage(String other) {
    return new Unreadable(lineNumber, rule, value, other, suggestion, raw);
  }
}
