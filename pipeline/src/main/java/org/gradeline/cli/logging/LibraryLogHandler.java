package org.gradeline.cli.logging;

import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Reports what libraries log, through SLF4J or java.util.logging, as events of the command's own
 * log. Safe for use by several threads, as far as the log is.
 *
 * <p>Errors alone are reported. To see more, give Java a file of java.util.logging's properties
 * with {@code -Djava.util.logging.config.file}; its levels then hold.
 */
public final class LibraryLogHandler extends Handler {
  /** The field that names the logger of a library. */
  static final String LOGGER = "logger";

  /** The name of events that libraries cause. */
  static final String EVENT = "library";

  private static final String CONFIGURATION = "java.util.logging.config.file";

  private final Log log;
  private final boolean tracing;
  private final Formatter formatter = new SimpleFormatter();

  /**
   * @param log receives the events
   * @param tracing whether they have the stack trace of what was thrown, or only its name
   */
  public LibraryLogHandler(Log log, boolean tracing) {
    this.log = log;
    this.tracing = tracing;
  }

  /** Makes a handler the only one of the whole process. */
  public static void install(LibraryLogHandler handler) {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler other : root.getHandlers()) {
      root.removeHandler(other);
    }
    root.addHandler(handler);
    if (System.getProperty(CONFIGURATION) == null) {
      root.setLevel(Level.SEVERE);
    }
  }

  @Override
  public void publish(LogRecord logged) {
    if (!isLoggable(logged)) {
      return;
    }
    Throwable thrown = logged.getThrown();
    if (thrown instanceof OutOfMemoryError && !tracing) {
      // It ends the command, whose last message says so; another may fail, and the library with it.
      return;
    }
    String logger = String.valueOf(logged.getLoggerName());
    String message = formatter.formatMessage(logged);
    if (thrown != null && !tracing) {
      message += " (" + thrown + ")";
    }
    Event event =
        event(logged.getLevel(), String.join(" ", message.lines().toList()))
            .with(LOGGER, logger)
            .with("thread", Thread.currentThread().getName());
    log.report(thrown != null && tracing ? event.tracing(thrown) : event);
  }

  private static Event event(Level level, String message) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return Event.error(EVENT, List.of(message));
    }
    return level.intValue() >= Level.WARNING.intValue()
        ? Event.warning(EVENT, message)
        : Event.info(EVENT, message);
  }

  @Override
  public void flush() {
    // The log flushes every event.
  }

  @Override
  public void close() {
    // Standard error stays open.
  }
}
