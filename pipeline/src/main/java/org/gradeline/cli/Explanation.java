package org.gradeline.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.cli.defaults.GivenArguments;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.messages.ExitStatus;
import org.gradeline.cli.messages.Failure;
import org.gradeline.cli.messages.Hint;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reference.Problem;
import org.gradeline.reference.ReferenceException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Explains to the user why a command ends without its result, and gives its exit status.
 *
 * @param given what the command was told
 * @param log takes the explanation
 */
record Explanation(GivenArguments given, Log log) {
  private static final String DEBUG = "debug";
  private static final String OPTION = "-";

  /** A command line that cannot be understood. */
  int of(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> lines = new ArrayList<>();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      lines.add(unmatched(typed, command));
      hint(typed, command).forEach(lines::add);
    } else if (e instanceof MissingParameterException missing
        && missing.getMissing().stream().allMatch(ArgSpec::isPositional)) {
      lines.add(
          missing.getMissing().stream()
              .map(argument -> "'" + argument.paramLabel() + "'")
              .distinct()
              .collect(Collectors.joining(" and ", "", " is missing.")));
    } else {
      lines.add(Failure.sentence(e.getMessage()));
      lines.addAll(given.origins(lines.get(0)));
    }
    lines.add("See " + command.getCommandSpec().qualifiedName() + " --help.");
    return usage(lines);
  }

  private static String unmatched(String typed, CommandLine command) {
    if (typed.startsWith(OPTION)) {
      return "there is no option '" + name(typed) + "'.";
    }
    return command.getSubcommands().isEmpty()
        ? "the argument '" + typed + "' is one too many."
        : "there is no command '" + typed + "'.";
  }

  /** An option without what is written after it. */
  private static String name(String typed) {
    int equals = typed.indexOf('=');
    return equals < 0 ? typed : typed.substring(0, equals);
  }

  private static List<String> hint(String typed, CommandLine command) {
    String name = name(typed);
    if (!typed.startsWith(OPTION)) {
      return Hint.of(typed, command.getSubcommands().keySet()).stream()
          .map(Explanation::didYouMean)
          .toList();
    }
    CommandLine program = command.getParent() == null ? command : command.getParent();
    Collection<CommandLine> commands = program.getSubcommands().values();
    List<String> having =
        commands.stream()
            .filter(each -> each.getCommandSpec().optionsMap().containsKey(name))
            .map(CommandLine::getCommandName)
            .toList();
    return having.isEmpty()
        ? Hint.of(name, command.getCommandSpec().optionsMap().keySet()).stream()
            .map(Explanation::didYouMean)
            .toList()
        : List.of("It is an option of " + String.join(", ", having) + ".");
  }

  private static String didYouMean(String known) {
    return "Did you mean " + known + "?";
  }

  /** What a user named cannot be used. */
  int of(UsageException e) {
    List<String> lines = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
    lines.addAll(given.origins(lines.get(0)));
    return usage(lines);
  }

  /** Defaults that are set and cannot hold. */
  int ofDefaults(List<String> problems) {
    List<String> lines = new ArrayList<>(List.of("these defaults cannot be used:"));
    problems.forEach(problem -> lines.add("  " + problem));
    return usage(lines);
  }

  private int usage(List<String> lines) {
    return end(Event.error("usage_error", lines), ExitStatus.USAGE);
  }

  /** Whatever a command throws. */
  int of(Exception e) {
    if (e instanceof UsageException usage) {
      return of(usage);
    }
    if (e instanceof ReferenceException wrong) {
      Event event =
          Event.error("reference_wrong", List.of("the reference data is wrong:"))
              .with("problems", wrong.problems().size());
      int status = end(event, ExitStatus.REFERENCE_WRONG);
      wrong.problems().forEach(problem -> log.reportItem(event(problem)));
      return status;
    }
    return failure(e);
  }

  private static Event event(Problem problem) {
    Event event =
        Event.error("reference_problem", List.of(problem.toString())).with("file", problem.file());
    return problem.lineNumber() > 0 ? event.with("line", problem.lineNumber()) : event;
  }

  /** Whatever else is thrown. */
  int failure(Throwable e) {
    return end(
        given.turnOn(DEBUG) ? failed(e, "").tracing(e) : failed(e), ExitStatus.INTERNAL_FAILURE);
  }

  /** The event of a failure. */
  static Event failed(Throwable e) {
    return failed(e, " Add --debug to see the stack trace.");
  }

  private static Event failed(Throwable e, String advice) {
    String message = Failure.text(e) + " " + Failure.reports(e) + advice;
    return Event.error("failed", List.of(message));
  }

  /** Reports the event that ends the command. */
  int end(Event event, int status) {
    log.report(event.ending(status));
    return status;
  }
}
