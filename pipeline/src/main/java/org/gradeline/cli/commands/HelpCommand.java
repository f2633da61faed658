package org.gradeline.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpCommandInitializable2;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code help}: prints the help of the program, or of one of its commands. */
@Command(
    name = "help",
    helpCommand = true,
    description = "Prints this help, or that of a command: gradeline help run.")
public final class HelpCommand implements IHelpCommandInitializable2, Runnable {
  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The command to explain (default: the program as a whole).")
  @Nullable String command;

  private @Nullable CommandLine program;
  private @Nullable PrintWriter out;
  private @Nullable ColorScheme colours;

  @Override
  public void init(CommandLine self, ColorScheme scheme, PrintWriter stdout, PrintWriter stderr) {
    program = self.getParent();
    out = stdout;
    colours = scheme;
  }

  @Override
  public void run() {
    if (program == null || out == null || colours == null) {
      return;
    }
    CommandLine explained = command == null ? program : program.getSubcommands().get(command);
    if (explained == null) {
      throw new UnmatchedArgumentException(program, List.of(String.valueOf(command)));
    }
    explained.usage(out, colours);
  }
}
