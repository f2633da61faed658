package org.gradeline.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/**
 * How far the command prints on a terminal: there help is as wide as it, and there are colours
 * unless {@code NO_COLOR} is set. Everywhere else the output is always the same.
 *
 * @param help whether help is in colour
 * @param width how wide help is: a number of columns, {@link #PLAIN} or {@link #OWN}
 * @param messages whether messages on standard error are in colour
 */
record Terminal(Ansi help, int width, boolean messages) {
  /** How wide help is in a file or a pipe. */
  static final int PLAIN = 80;

  /** As wide as the terminal, which is asked only when help is printed. */
  static final int OWN = 0;

  /** No terminal. */
  static final Terminal NONE = new Terminal(Ansi.OFF, PLAIN, false);

  private static final int LEAST_WIDTH = 55;
  private static final int MOST_WIDTH = 1000;

  /** What the launcher says of the streams: {@code out}, {@code err}, both or none. */
  private static final String STREAMS = "gradeline.terminal";

  /** Where the process prints. */
  // From Java 22 on there is a console without a terminal too; then the launcher knows.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    String streams = System.getProperty(STREAMS);
    boolean out = streams == null ? System.console() != null : streams.contains("out");
    boolean err = streams != null && streams.contains("err");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean coloured = (out || err) && !dumb && Ansi.AUTO.enabled();
    return new Terminal(
        coloured && out ? Ansi.ON : Ansi.OFF,
        out ? width(environment.getOrDefault("COLUMNS", "")) : PLAIN,
        coloured && err);
  }

  private static int width(String columns) {
    return columns.matches("\\d{2,4}")
        ? Math.max(LEAST_WIDTH, Math.min(Integer.parseInt(columns), MOST_WIDTH))
        : OWN;
  }

  /** Lets the help of a command be as this terminal has it. */
  void applyTo(CommandLine command) {
    command.setColorScheme(
        new ColorScheme.Builder(help).commands(Style.bold).options(Style.bold).build());
    if (width == OWN) {
      command.setUsageHelpAutoWidth(true);
    } else {
      command.setUsageHelpWidth(width);
    }
  }
}
