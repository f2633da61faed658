package org.gradeline.cli.commands;

import java.io.PrintWriter;
import java.util.List;
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

  @Option(
      names = LOG,
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Name.class,
      description =
          "Format of messages on standard error: text, or json with one object a line (default: ${DEFAULT-VALUE}).")
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
   * Whether the arguments ask for JSON. They are searched before they are parsed, so that errors in
   * them are reported as JSON too.
   */
  public static boolean json(List<String> arguments) {
    int position = arguments.indexOf(LOG);
    return arguments.contains(LOG + "=json")
        || (position >= 0
            && position + 1 < arguments.size()
            && arguments.get(position + 1).equals("json"));
  }

  /** Whether the arguments ask for quiet. */
  public static boolean quiet(List<String> arguments) {
    return arguments.contains(QUIET);
  }

  /** The log that the arguments ask for. */
  public static Log log(List<String> arguments, PrintWriter err) {
    boolean quiet = quiet(arguments);
    return json(arguments) ? new JsonLog(err, quiet) : new TextLog(err, quiet);
  }
}
