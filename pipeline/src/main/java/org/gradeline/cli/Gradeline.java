package org.gradeline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gradeline.cli.commands.CheckCommand;
import org.gradeline.cli.commands.DiffCommand;
import org.gradeline.cli.commands.LogOptions;
import org.gradeline.cli.commands.RunCommand;
import org.gradeline.cli.commands.ShowCommand;
import org.gradeline.cli.commands.SiteCommand;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.LastWords;
import org.gradeline.cli.logging.LibraryLogHandler;
import org.gradeline.cli.logging.LibraryOutput;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.Failure;
import org.gradeline.cli.messages.StandardOutput;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.cli.running.BeamOptions;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Problem;
import org.gradeline.reference.ReferenceException;
import org.gradeline.storage.Location;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: {@code gradeline run | check | show COUNCIL | show DATE | diff OLD NEW}.
 *
 * <pre>{@code
 * int status = Gradeline.execute(new String[] {"show", "knowsley"}, out, err);
 * }</pre>
 */
@Command(
    name = "gradeline",
    versionProvider = Gradeline.VersionLine.class,
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
  private static final String OPTION = "-";
  private static final String OUTPUT_FAILED =
      "the result could not be written to standard output. Check that there is room where it goes.";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and exit.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Print the version and exit.")
  boolean version;

  /** What {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"gradeline " + Version.number()};
    }
  }

  private Gradeline() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(new StandardOutput(), true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    List<String> own = own(Arrays.asList(arguments));
    Log log = LogOptions.log(own, err);
    boolean json = LogOptions.json(own);
    LibraryLogHandler.install(new LibraryLogHandler(log, json || own.contains(DEBUG)));
    if (json) {
      System.setErr(LibraryOutput.to(log));
    }
    LastWords noMemory = lastWords(new OutOfMemoryError(), own);
    LastWords noFiles = lastWords(new LinkageError(), own);
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reportUncaught(thread, e, log));
    int status;
    try {
      status = execute(arguments, out, err);
    } catch (Throwable e) {
      // Even the report of a failure has failed.
      (e instanceof LinkageError ? noFiles : noMemory).print();
      Runtime.getRuntime().halt(ExitStatus.INTERNAL_FAILURE);
      return;
    }
    System.err.flush();
    System.exit(status);
  }

  private static LastWords lastWords(Error error, List<String> own) {
    return LastWords.of(
        failed(error).ending(ExitStatus.INTERNAL_FAILURE), err -> LogOptions.log(own, err));
  }

  /** A library's own thread has died. Where memory has run out, the command itself ends soon. */
  private static void reportUncaught(Thread thread, Throwable e, Log log) {
    if (!(e instanceof OutOfMemoryError)) {
      log.report(Event.warning("library", "the thread " + thread.getName() + " has ended: " + e));
    }
  }

  /**
   * Runs a command.
   *
   * @param arguments the command line; arguments after {@code --} go to Beam
   * @param out receives the command's result
   * @param err receives messages and errors
   * @return the exit status: 0 done, 1 internal failure, 2 usage, 3 a gate failed, 4 reference data
   *     wrong
   */
  public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
    List<String> all = Arrays.asList(arguments);
    List<String> own = own(all);
    List<String> beam = all.subList(Math.min(own.size() + 1, all.size()), all.size());
    Log log = LogOptions.log(own, err);
    StringWriter withheld = new StringWriter();
    int status;
    boolean helped = false;
    try {
      CommandLine commandLine = commandLine(beam, log);
      commandLine.setOut(LogOptions.quiet(own) ? new PrintWriter(withheld) : out).setErr(err);
      status = fileSystems(own, beam, log);
      if (status == ExitStatus.DONE) {
        status = commandLine.execute(own.toArray(new String[0]));
        helped = helpRequested(commandLine);
      }
    } catch (Error e) {
      // Picocli handles exceptions only, and running out of memory is not one.
      status = fail(e, own.contains(DEBUG), log);
    }
    if (status != ExitStatus.DONE || helped) {
      out.print(withheld);
    }
    // A writer keeps what went wrong to itself until it is asked.
    if (out.checkError() && status == ExitStatus.DONE) {
      status =
          end(
              Event.error("output_failed", List.of(OUTPUT_FAILED)),
              ExitStatus.INTERNAL_FAILURE,
              log);
    }
    err.flush();
    return status;
  }

  /** Places elsewhere need the options for Beam, such as the region of a store. */
  private static int fileSystems(List<String> own, List<String> beam, Log log) {
    try {
      List<Location> elsewhere =
          own.stream().map(Gradeline::location).filter(place -> !place.isLocal()).toList();
      if (!elsewhere.isEmpty()) {
        BeamOptions.applyToFileSystems(beam, elsewhere);
      }
      return ExitStatus.DONE;
    } catch (UsageException e) {
      return end(
          Event.error("usage_error", List.of(String.valueOf(e.getMessage()))),
          ExitStatus.USAGE,
          log);
    }
  }

  private static Location location(String argument) {
    return Location.of(
        argument.startsWith(OPTION) ? argument.substring(argument.indexOf('=') + 1) : argument);
  }

  /** The commands and their options, for what is generated from them. */
  public static CommandLine commandLine() {
    return commandLine(
        List.of(), LogOptions.log(List.of(), new PrintWriter(new StringWriter(), true)));
  }

  private static CommandLine commandLine(List<String> beam, Log log) {
    return new CommandLine(new Gradeline())
        .addSubcommand(new RunCommand(beam, log))
        .addSubcommand(new CheckCommand(beam, log))
        .addSubcommand(new ShowCommand())
        .addSubcommand(new DiffCommand())
        .addSubcommand(new SiteCommand())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, given) -> explain(e, log))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command, log));
  }

  /** The arguments before {@code --}. */
  private static List<String> own(List<String> arguments) {
    int end = arguments.indexOf(END_OF_OPTIONS);
    return end < 0 ? arguments : arguments.subList(0, end);
  }

  private static boolean helpRequested(CommandLine commandLine) {
    return commandLine.getParseResult().asCommandLineList().stream()
        .anyMatch(CommandLine::isUsageHelpRequested);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing. Write run, check, show COUNCIL, show DATE, diff OLD NEW or site");
  }

  private static int explain(ParameterException e, Log log) {
    CommandLine command = e.getCommandLine();
    List<String> lines = new ArrayList<>();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      lines.add(unmatched(given, command));
      nearest(given, command).forEach(known -> lines.add("Did you mean " + known + "?"));
    } else {
      lines.add(Failure.sentence(e.getMessage()));
    }
    lines.add("See " + command.getCommandSpec().qualifiedName() + " --help.");
    return end(Event.error("usage_error", lines), ExitStatus.USAGE, log);
  }

  private static String unmatched(String given, CommandLine command) {
    if (given.startsWith(OPTION)) {
      return "there is no option '" + given + "'.";
    }
    return command.getSubcommands().isEmpty()
        ? "the argument '" + given + "' is one too many."
        : "there is no command '" + given + "'.";
  }

  private static List<String> nearest(String given, CommandLine command) {
    Set<String> options = command.getCommandSpec().optionsMap().keySet();
    Set<String> commands = command.getSubcommands().keySet();
    return Nearest.to(given, given.startsWith(OPTION) ? options : commands, 1);
  }

  private static int explain(Exception e, CommandLine command, Log log) {
    if (e instanceof UsageException) {
      return end(
          Event.error("usage_error", List.of(String.valueOf(e.getMessage()))),
          ExitStatus.USAGE,
          log);
    }
    if (e instanceof ReferenceException wrong) {
      Event event =
          Event.error("reference_wrong", List.of("the reference data is wrong:"))
              .with("problems", wrong.problems().size());
      int status = end(event, ExitStatus.REFERENCE_WRONG, log);
      wrong.problems().forEach(problem -> log.reportItem(event(problem)));
      return status;
    }
    return fail(e, command.getParseResult().hasMatchedOption(DEBUG), log);
  }

  private static Event event(Problem problem) {
    Event event =
        Event.error("reference_problem", List.of(problem.toString())).with("file", problem.file());
    return problem.lineNumber() > 0 ? event.with("line", problem.lineNumber()) : event;
  }

  private static int fail(Throwable e, boolean debug, Log log) {
    return end(debug ? failed(e, "").tracing(e) : failed(e), ExitStatus.INTERNAL_FAILURE, log);
  }

  private static Event failed(Throwable e) {
    return failed(e, " Add --debug to see the stack trace.");
  }

  private static Event failed(Throwable e, String advice) {
    String message = Failure.text(e) + " " + Failure.reports(e) + advice;
    return Event.error("failed", List.of(message));
  }

  private static int end(Event event, int status, Log log) {
    log.report(event.ending(status));
    return status;
  }
}
