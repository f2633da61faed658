package org.gradeline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.gradeline.cli.commands.CheckCommand;
import org.gradeline.cli.commands.DiffCommand;
import org.gradeline.cli.commands.HelpCommand;
import org.gradeline.cli.commands.LogOptions;
import org.gradeline.cli.commands.OptionDefaults;
import org.gradeline.cli.commands.RunCommand;
import org.gradeline.cli.commands.ShowCommand;
import org.gradeline.cli.commands.SiteCommand;
import org.gradeline.cli.defaults.Defaults;
import org.gradeline.cli.defaults.GivenArguments;
import org.gradeline.cli.defaults.Surroundings;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.LastWords;
import org.gradeline.cli.logging.LibraryLogHandler;
import org.gradeline.cli.logging.LibraryOutput;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.logging.TextLog;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.StandardOutput;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.cli.running.BeamOptions;
import org.gradeline.storage.Location;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
        "Follows the inspections of England's councils through the years and publishes comparison"
            + " tables.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:done",
      "1:internal failure",
      "2:a wrong command, option or file name",
      "3:the records failed a gate; nothing was published",
      "4:the reference data is wrong"
    })
public final class Gradeline implements Callable<Integer> {
  private static final String DEBUG = "debug";
  private static final String OUTPUT_FAILED =
      "the result could not be written to standard output. Check that there is room where it goes.";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
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
    // Even the defaults may be too much for the memory.
    int status =
        watched(
            GivenArguments.of(arguments, Defaults.NONE), () -> withDefaults(arguments, out, err));
    System.err.flush();
    System.exit(status);
  }

  private static int withDefaults(String[] arguments, PrintWriter out, PrintWriter err) {
    GivenArguments given = GivenArguments.of(arguments, Defaults.of(Surroundings.ofProcess()));
    Log log = LogOptions.log(given, err, false);
    boolean json = LogOptions.json(given);
    LibraryLogHandler.install(new LibraryLogHandler(log, json || given.turnOn(DEBUG)));
    if (json) {
      System.setErr(LibraryOutput.to(log));
    }
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reportUncaught(thread, e, log));
    return watched(given, () -> execute(given, Terminal.ofProcess(), out, err));
  }

  /** Ends the process when even the report of a failure fails. */
  private static int watched(GivenArguments given, IntSupplier command) {
    LastWords noMemory = lastWords(new OutOfMemoryError(), given);
    LastWords noFiles = lastWords(new LinkageError(), given);
    try {
      return command.getAsInt();
    } catch (Throwable e) {
      (e instanceof LinkageError ? noFiles : noMemory).print();
      Runtime.getRuntime().halt(ExitStatus.INTERNAL_FAILURE);
      return ExitStatus.INTERNAL_FAILURE;
    }
  }

  private static LastWords lastWords(Error error, GivenArguments given) {
    return LastWords.of(
        Explanation.failed(error).ending(ExitStatus.INTERNAL_FAILURE),
        err -> LogOptions.log(given, err, false));
  }

  /** A library's own thread has died. Where memory has run out, the command itself ends soon. */
  private static void reportUncaught(Thread thread, Throwable e, Log log) {
    if (!(e instanceof OutOfMemoryError)) {
      log.report(Event.warning("library", "the thread " + thread.getName() + " has ended: " + e));
    }
  }

  /**
   * Runs a command as its arguments alone say, without defaults of the surroundings.
   *
   * @param arguments the command line; arguments after {@code --} go to Beam
   * @param out receives the command's result
   * @param err receives messages and errors
   * @return the exit status: 0 done, 1 internal failure, 2 usage, 3 a gate failed, 4 reference data
   *     wrong
   */
  public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
    return execute(GivenArguments.of(arguments, Defaults.NONE), Terminal.NONE, out, err);
  }

  static int execute(GivenArguments given, Terminal terminal, PrintWriter out, PrintWriter err) {
    Log log = LogOptions.log(given, err, terminal.messages());
    Explanation explanation = new Explanation(given, log);
    StringWriter withheld = new StringWriter();
    int status;
    boolean helped = false;
    try {
      CommandLine commandLine = commandLine(given, log);
      terminal.applyTo(commandLine);
      commandLine.setOut(LogOptions.quiet(given) ? new PrintWriter(withheld) : out).setErr(err);
      status = fileSystems(given, explanation);
      if (status == ExitStatus.DONE) {
        status = commandLine.execute(given.own().toArray(new String[0]));
        helped = helpRequested(commandLine);
      }
    } catch (Error e) {
      // Picocli handles exceptions only, and running out of memory is not one.
      status = explanation.failure(e);
    }
    if (status != ExitStatus.DONE || helped) {
      out.print(withheld);
    }
    // A writer keeps what went wrong to itself until it is asked.
    if (out.checkError() && status == ExitStatus.DONE) {
      status =
          explanation.end(
              Event.error("output_failed", List.of(OUTPUT_FAILED)), ExitStatus.INTERNAL_FAILURE);
    }
    err.flush();
    return status;
  }

  /** Places elsewhere need the options for Beam, such as the region of a store. */
  private static int fileSystems(GivenArguments given, Explanation explanation) {
    try {
      List<Location> elsewhere =
          given.texts().stream().map(Location::of).filter(place -> !place.isLocal()).toList();
      if (!elsewhere.isEmpty()) {
        BeamOptions.applyToFileSystems(given.beam(), elsewhere);
      }
      return ExitStatus.DONE;
    } catch (UsageException e) {
      return explanation.of(e);
    }
  }

  /** The commands with their options, for whoever describes them. */
  public static CommandLine commandLine() {
    GivenArguments none = GivenArguments.of(new String[0], Defaults.NONE);
    CommandLine commands =
        commandLine(none, new TextLog(new PrintWriter(new StringWriter()), true, false));
    OptionDefaults.describe(commands);
    return commands;
  }

  private static CommandLine commandLine(GivenArguments given, Log log) {
    OptionDefaults defaults = new OptionDefaults(given);
    Explanation explanation = new Explanation(given, log);
    CommandLine commandLine =
        new CommandLine(new Gradeline())
            .addSubcommand(new RunCommand(given.beam(), log, defaults))
            .addSubcommand(new CheckCommand(given.beam(), log))
            .addSubcommand(new ShowCommand())
            .addSubcommand(new DiffCommand())
            .addSubcommand(new SiteCommand())
            .addSubcommand(new HelpCommand())
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((e, arguments) -> explanation.of(e))
            .setExecutionExceptionHandler((e, command, parsed) -> explanation.of(e));
    defaults.apply(commandLine);
    if (given.wantHelp()) {
      OptionDefaults.describe(commandLine);
    }
    return commandLine.setExecutionStrategy(
        parsed -> {
          Integer helped = CommandLine.executeHelpRequest(parsed);
          if (helped != null) {
            return helped;
          }
          List<String> problems = defaults.problems(commandLine);
          return problems.isEmpty()
              ? new CommandLine.RunLast().execute(parsed)
              : explanation.ofDefaults(problems);
        });
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
}
