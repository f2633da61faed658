package org.gradeline.cli.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while a command ran.
 *
 * @param level how grave it is
 * @param name what happened, in a word that programs can ask for
 * @param lines what people are told
 * @param fields figures and names that belong to it
 * @param exitStatus the exit status, when it ends the command
 * @param cause its cause, where the stack trace is asked for
 */
public record Event(
    Level level,
    String name,
    List<String> lines,
    Map<String, Object> fields,
    @Nullable Integer exitStatus,
    @Nullable Throwable cause) {

  /** How grave an event is. */
  enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /** Something that went as it should. */
  public static Event info(String name, String message) {
    return new Event(Level.INFO, name, List.of(message), Map.of(), null, null);
  }

  /** Something to look at, which did not keep the command from its work. */
  public static Event warning(String name, String message) {
    return new Event(Level.WARNING, name, List.of(message), Map.of(), null, null);
  }

  /** Something that went wrong. */
  public static Event error(String name, List<String> lines) {
    return new Event(Level.ERROR, name, List.copyOf(lines), Map.of(), null, null);
  }

  /** The same with another field. */
  public Event with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Event(level, name, lines, more, exitStatus, cause);
  }

  /** The same, as the one that ends the command. */
  public Event ending(int status) {
    return new Event(level, name, lines, fields, status, cause);
  }

  /** The same with the stack trace of its cause. */
  public Event tracing(Throwable thrown) {
    return new Event(level, name, lines, fields, exitStatus, thrown);
  }

  /** What people are told, in one line. */
  String message() {
    return String.join(" ", lines);
  }
}
