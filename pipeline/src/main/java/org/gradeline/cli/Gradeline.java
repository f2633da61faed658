package org.gradeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.ReferenceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code gradeline run | check | show COUNCIL | diff OLD NEW}. */
@Command(
    name = "gradeline",
    versionProvider = Version.class,
    description =
        "Follows the inspections of England's councils through the years and publishes comparison tables.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:done",
      "1:internal failure",
      "2:a wrong command, option or file name",
      "3:the records failed a gate; nothing was published",
      "4:the reference data is wrong"
    })
public final class Gradeline implements Callable<Integer> {
  private static final String END_OF_OPTIONS = "--";
  private static final String DEBUG = "--debug";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and end.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Print the version and end.")
  boolean version;

  private Gradeline() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(arguments, out, err));
  }

  /**
   * Runs a command.
   *
   * @param arguments the command line; what stands after {@code --} goes to Beam
   * @param out takes what the command tells
   * @param err takes what went wrong
   * @return the exit status: 0 done, 1 internal failure, 2 usage, 3 a gate failed, 4 reference data
   *     wrong
   */
  public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
    List<String> all = Arrays.asList(arguments);
    int end = all.indexOf(END_OF_OPTIONS);
    List<String> own = end < 0 ? all : all.subList(0, end);
    List<String> beam = end < 0 ? List.of() : all.subList(end + 1, all.size());
    CommandLine commandLine =
        new CommandLine(new Gradeline())
            .addSubcommand(new RunCommand(beam))
            .addSubcommand(new CheckCommand(beam))
            .addSubcommand(new ShowCommand())
            .addSubcommand(new DiffCommand())
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Gradeline::explain)
            .setExecutionExceptionHandler(Gradeline::explain);
    int status;
    try {
      status = commandLine.execute(own.toArray(new String[0]));
    } catch (Error e) {
      // The command line's own handler sees exceptions alone; memory that ran out is none.
      status = fail(e, own.contains(DEBUG), err);
    }
    out.flush();
    err.flush();
    return status;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: run, check, show COUNCIL or diff OLD NEW");
  }

  private static int explain(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("gradeline: " + sentence(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      suggest(unmatched, command, err);
    }
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
    return ExitStatus.USAGE;
  }

  private static void suggest(UnmatchedArgumentException e, CommandLine command, PrintWriter err) {
    Set<String> known = command.getCommandSpec().optionsMap().keySet();
    Set<String> commands = command.getSubcommands().keySet();
    String given = e.getUnmatched().get(0);
    List<String> nearest = Nearest.to(given, given.startsWith("-") ? known : commands, 1);
    nearest.forEach(option -> err.println("Did you mean " + option + "?"));
  }

  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof UsageException) {
      err.println("gradeline: " + e.getMessage());
      return ExitStatus.USAGE;
    }
    if (e instanceof ReferenceException wrong) {
      err.println("gradeline: the reference data is wrong:");
      wrong.problems().forEach(problem -> err.println("  " + problem));
      return ExitStatus.REFERENCE_WRONG;
    }
    return fail(e, command.getParseResult().hasMatchedOption(DEBUG), err);
  }

  private static int fail(Throwable e, boolean debug, PrintWriter err) {
    err.println(
        "gradeline: "
            + failure(e)
            + " The last reports are untouched."
            + (debug ? "" : " More: --debug."));
    if (debug) {
      e.printStackTrace(err);
    }
    return ExitStatus.INTERNAL_FAILURE;
  }

  private static String failure(Throwable e) {
    Throwable cause = rootCause(e);
    if (cause instanceof FileSystemException files) {
      return "cannot write or read " + files.getFile() + ": " + sentence(reason(files));
    }
    if (cause instanceof IOException
        || cause instanceof UncheckedIOException
        || cause instanceof SQLException) {
      return "writing or reading failed: " + sentence(cause.getMessage());
    }
    if (cause instanceof OutOfMemoryError) {
      return "the memory ran out. Give more with GRADELINE_JAVA_OPTS=-Xmx4g.";
    }
    return "internal failure: " + sentence(cause.toString());
  }

  private static @Nullable String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof NoSuchFileException ? "there is no such file" : e.getReason();
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String sentence(@Nullable String message) {
    String text = message == null ? "no reason was given" : message;
    return text.endsWith(".") ? text : text + ".";
  }
}
