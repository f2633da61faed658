package org.gradeline.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.cli.Gradeline;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What the download has besides the program: completion for shells and manual pages, made from the
 * commands and their options, and the licences and notices of its libraries, taken from their jars.
 *
 * <p>The build runs it with the folder of libraries, the folder to write to and the day that the
 * manual bears.
 */
public final class Extras {
  private Extras() {}

  /** Makes all of it. */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2].substring(0, 10));
  }

  private static void make(Path libraries, Path folder, String day) throws IOException {
    CommandLine program = Gradeline.commandLine();
    program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    Path completion = Files.createDirectories(folder.resolve("completion"));
    Files.writeString(
        completion.resolve("gradeline"), AutoComplete.bash("gradeline", program).replace("\r", ""));
    Path manual = Files.createDirectories(folder.resolve("man/man1"));
    for (CommandLine command : commands(program)) {
      ManualPage page = new ManualPage(command, day);
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(manual.resolve(page.file())))) {
        out.print(page.text());
      }
    }
    Notices.copy(libraries, folder.resolve("licences"));
  }

  /** The program and its commands. */
  private static List<CommandLine> commands(CommandLine program) {
    List<CommandLine> commands = new ArrayList<>(List.of(program));
    program.getSubcommands().values().stream()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .distinct()
        .forEach(commands::add);
    return commands;
  }
}
