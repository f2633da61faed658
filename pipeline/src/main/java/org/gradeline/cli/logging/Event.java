package org.gradeline.cli.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while a command ran.
 *
 * <pre>{@code
 * log.report(Event.warning("rejected", "Rejected entries: 3.").with("rejected", 3));
 * }</pre>
 *
 * @param level how serious it is
 * @param name what happened, in a word that programs can search for
 * @param lines the message for people
 * @param fields figures and names that belong to it
 * @param exitStatus the exit status, when the event ends the command
 * @param cause what was thrown, when its stack trace is wanted
 */
public record Event(
    Level level,
    String name,
    List<String> lines,
    Map<String, Object> fields,
    @Nullable Integer exitStatus,
    @Nullable Throwable cause) {

  /** How serious an event is. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /** Something that went as it should. */
  public static Event info(String name, String message) {
    return new Event(Level.INFO, name, List.of(message), Map.of(), null, null);
  }

  /** Something to look at, which did not stop the command. */
  public static Event warning(String name, String message) {
    return new Event(Level.WARNING, name, List.of(message), Map.of(), null, null);
  }

  /** Something that went wrong. */
  public static Event error(String name, List<String> lines) {
    return new Event(Level.ERROR, name, List.copyOf(lines), Map.of(), null, null);
  }

  /** This event with another field. */
  public Event with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Event(level, name, lines, more, exitStatus, cause);
  }

  /** This event, as the one that ends the command. */
  public Event ending(int status) {
    return new Event(level, name, lines, fields, status, cause);
  }

  /** This event with the stack trace of what was thrown. */
  public Event tracing(Throwable thrown) {
    return new Event(level, name, lines, fields, exitStatus, thrown);
  }

  /** The message in one line. */
  String message() {
    return String.join(" ", lines);
  }
}
