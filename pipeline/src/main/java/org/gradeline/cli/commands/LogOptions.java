package org.gradeline.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.gradeline.cli.defaults.GivenArguments;
import org.gradeline.cli.logging.JsonLog;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.logging.TextLog;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how much a command reports on standard error, and in what format. */
public final class LogOptions {
  private static final String LOG = "--log";
  private static final String QUIET = "--quiet";
  private static final String JSON = "json";

  /** The commands that have these options. */
  private static final Set<String> COMMANDS = Set.of("run", "check");

  @Option(
      names = LOG,
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Name.class,
      description =
          "Format of messages on standard error: text, or json with one object a line (default:"
              + " ${DEFAULT-VALUE}).")
  Format log = Format.TEXT;

  @Option(names = QUIET, description = "Print nothing on standard output unless something fails.")
  boolean quiet;

  /** The format of messages on standard error. */
  enum Format {
    TEXT,
    JSON
  }

  /** Reads a format's name. */
  static final class Name implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return switch (text) {
        case "text" -> Format.TEXT;
        case "json" -> Format.JSON;
        default ->
            throw new TypeConversionException(
                "'" + text + "' is not a format. Write text or json.");
      };
    }
  }

  /**
   * Whether messages are wanted as JSON. The arguments are searched before they are parsed, so that
   * errors in them are reported as JSON too.
   */
  public static boolean json(GivenArguments given) {
    List<String> arguments = given.own();
    int position = arguments.indexOf(LOG);
    return arguments.contains(LOG + "=" + JSON)
        || (position >= 0
            && position + 1 < arguments.size()
            && arguments.get(position + 1).equals(JSON))
        || (COMMANDS.contains(given.command())
            && given
                .setting(LOG.substring(2))
                .filter(setting -> setting.value().equals(JSON))
                .isPresent());
  }

  /** Whether quiet is wanted. */
  public static boolean quiet(GivenArguments given) {
    return given.own().contains(QUIET)
        || (COMMANDS.contains(given.command()) && given.turnOn(QUIET.substring(2)));
  }

  /**
   * The log that is wanted.
   *
   * @param coloured whether messages for people are in colour
   */
  public static Log log(GivenArguments given, PrintWriter err, boolean coloured) {
    boolean quiet = quiet(given);
    return json(given) ? new JsonLog(err, quiet) : new TextLog(err, quiet, coloured);
  }
}
