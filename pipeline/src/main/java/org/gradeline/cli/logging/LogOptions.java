package org.gradeline.cli.logging;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say how much a command tells, and in what form. */
public final class LogOptions {
  private static final String LOG = "--log";
  private static final String QUIET = "--quiet";

  @Option(
      names = LOG,
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Name.class,
      description =
          "Form of what is told on standard error: text, or json, an object a line (default: ${DEFAULT-VALUE}).")
  public Format log = Format.TEXT;

  @Option(names = QUIET, description = "Print nothing on standard output unless something failed.")
  public boolean quiet;

  /** Form of what is told on standard error. */
  enum Format {
    TEXT,
    JSON
  }

  /** Reads a form's name. */
  static final class Name implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return switch (text) {
        case "text" -> Format.TEXT;
        case "json" -> Format.JSON;
        default ->
            throw new TypeConversionException("'" + text + "' is no form. Write text or json.");
      };
    }
  }

  /**
   * Whether JSON is asked for; seen before the command line is read, so that its faults are told in
   * that form too.
   */
  public static boolean json(List<String> arguments) {
    int at = arguments.indexOf(LOG);
    return arguments.contains(LOG + "=json")
        || (at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals("json"));
  }

  /** Whether quiet is asked for. */
  public static boolean quiet(List<String> arguments) {
    return arguments.contains(QUIET);
  }

  /** The log that is asked for. */
  public static Log log(List<String> arguments, PrintWriter err) {
    return json(arguments)
        ? new JsonLog(err, quiet(arguments))
        : new TextLog(err, quiet(arguments));
  }
}
