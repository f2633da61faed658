package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;

/**
 * What is wrong with a text that is not JSON, and what to do, in terms of the file. The parser's
 * own messages speak of its state and its settings.
 */
final class JsonFaults {
  private static final String FIX = "Fix the brackets, quotes or commas there.";

  /** How the parser's messages begin, what they mean, and what to do. */
  private record Fault(Pattern message, String reason, String remedy) {
    static Fault of(String beginning, String reason, String remedy) {
      return new Fault(Pattern.compile(beginning, Pattern.DOTALL), reason, remedy);
    }
  }

  private static final List<Fault> FAULTS =
      List.of(
          Fault.of(".*\uDC00", "there are bytes that are not UTF-8", "Save the file as UTF-8."),
          Fault.of(
              "(Unrecognized token|Non-standard token)",
              "a word is not in quotes",
              "Put it in quotes, or write null for no value."),
          Fault.of(
              "Illegal unquoted character",
              "a text has a line break or another control character",
              "Write it as \\n, or remove it."),
          Fault.of(
              "Unrecognized character escape",
              "a backslash in a text stands before a character that it cannot",
              "Write \\\\ for a backslash."),
          Fault.of(
              "Invalid numeric value: Leading zeroes",
              "a number begins with a zero",
              "Put codes in quotes."),
          Fault.of("Invalid numeric value", "a number is not complete", "Fix the number."),
          Fault.of("Unexpected close marker '(.)'", "there is a '$1' that closes nothing", FIX),
          Fault.of(
              "Unexpected character \\('/' .*",
              "there is a comment, or a '/' outside quotes",
              "Remove it."),
          Fault.of(
              "Unexpected character \\('([^\\p{Cntrl}\\p{Cs}])' ",
              "there is an unexpected '$1'",
              FIX),
          Fault.of("Unexpected character", "there is an unexpected character", FIX),
          Fault.of(
              "(the line has more than one value)", "$1", "Begin a new line for each record."));

  private JsonFaults() {}

  /**
   * A place that is not JSON.
   *
   * @param lineNumber its line, from 1
   * @param failure what the parser says
   * @param consequence what becomes of the rest, as a sentence, or nothing
   */
  static Unreadable malformed(
      long lineNumber, JsonProcessingException failure, String consequence) {
    String message = failure.getOriginalMessage();
    String reason = "it breaks a rule of JSON";
    String remedy = FIX;
    if (failure instanceof StreamConstraintsException) {
      reason = "a value is too deep or too long";
      remedy = "Shorten it.";
    } else if (failure instanceof JsonEOFException) {
      reason = "it ends before a bracket or quote is closed";
      remedy = "Get a whole copy of the file, or close what is open.";
    } else {
      for (Fault fault : FAULTS) {
        Matcher begins = fault.message().matcher(message);
        if (begins.lookingAt()) {
          reason = begins.groupCount() > 0 ? filled(fault.reason(), begins) : fault.reason();
          remedy = fault.remedy();
          break;
        }
      }
    }
    return new Unreadable(
        lineNumber,
        Rule.MALFORMED_JSON,
        "",
        "this is not JSON: " + reason + "." + consequence,
        remedy,
        "");
  }

  private static String filled(String reason, Matcher begins) {
    return reason.replace("$1", begins.group(1));
  }
}
