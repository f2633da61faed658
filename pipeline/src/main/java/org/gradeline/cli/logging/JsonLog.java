package org.gradeline.cli.logging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gradeline.cli.messages.LinePrinter;

/**
 * A log for programs: one JSON object a line, each with {@code time}, {@code level}, {@code event}
 * and {@code message}. Several threads may use it.
 */
public final class JsonLog implements Log {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final long PROGRESS_NANOS = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean quiet;
  private final long started = System.nanoTime();

  /**
   * @param err receives the lines
   * @param quiet whether to report warnings and errors only
   */
  public JsonLog(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  @Override
  public void record(Event event) {
    report(event);
  }

  @Override
  public void reportItem(Event event) {
    report(event);
  }

  @Override
  public void report(Event event) {
    if (quiet && event.level() == Event.Level.INFO) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", TIME.format(Instant.now()));
    line.put("level", event.level().name().toLowerCase(Locale.ROOT));
    line.put("event", event.name());
    line.put("message", LinePrinter.printable(event.message()));
    line.putAll(event.fields());
    if (event.exitStatus() != null) {
      line.put("exit_status", event.exitStatus());
      line.put(
          "duration_seconds", Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
    }
    if (event.cause() != null) {
      StringWriter trace = new StringWriter();
      event.cause().printStackTrace(new PrintWriter(trace));
      line.put("stack_trace", trace.toString());
    }
    try {
      // The printer's escapes are JSON's too, for characters that need none there.
      new LinePrinter(err).print(MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    err.flush();
  }

  @Override
  public ProgressDisplay progress() {
    return new ProgressDisplay() {
      private long reported = System.nanoTime();

      @Override
      public void accept(double share) {
        if (System.nanoTime() - reported > PROGRESS_NANOS) {
          reported = System.nanoTime();
          long percent = Math.round(share * 100);
          report(Event.info("progress", percent + " % done.").with("percent", percent));
        }
      }
    };
  }
}
