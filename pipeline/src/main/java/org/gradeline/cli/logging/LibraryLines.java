package org.gradeline.cli.logging;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what libraries print on standard error, and records it as events: what comes up to a flush
 * is one.
 */
public final class LibraryLines extends ByteArrayOutputStream {
  /** A line of the logging library: {@code [thread] LEVEL logger - message}. */
  private static final Pattern LOGGED =
      Pattern.compile("\\[([^\\]]*)] (ERROR|WARN|INFO|DEBUG|TRACE) (\\S+) - (.*)", Pattern.DOTALL);

  private static final String NAME = "library";

  private final Log log;

  private LibraryLines(Log log) {
    this.log = log;
  }

  /** A stream to take the place of standard error. */
  public static PrintStream to(Log log) {
    return new PrintStream(new LibraryLines(log), false, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void flush() {
    String text = toString(StandardCharsets.UTF_8).strip();
    reset();
    if (!text.isEmpty()) {
      log.record(event(text));
    }
  }

  private static Event event(String text) {
    List<String> lines = text.lines().toList();
    int trace = trace(lines);
    String message = String.join(" ", lines.subList(0, Math.max(1, trace)));
    Matcher logged = LOGGED.matcher(message);
    Event event =
        logged.matches()
            ? level(logged.group(2), logged.group(4))
                .with("logger", logged.group(3))
                .with("thread", logged.group(1))
            : Event.warning(NAME, message);
    return trace == lines.size()
        ? event
        : event.with("stack_trace", String.join("\n", lines.subList(trace, lines.size())));
  }

  /** Where the stack trace begins, with the line that names what was thrown. */
  private static int trace(List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith("\tat ")) {
        return Math.max(0, line - 1);
      }
    }
    return lines.size();
  }

  private static Event level(String level, String message) {
    return switch (level) {
      case "ERROR" -> Event.error(NAME, List.of(message));
      case "WARN" -> Event.warning(NAME, message);
      default -> Event.info(NAME, message);
    };
  }
}
