package org.gradeline.cli.defaults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a command is told: by its arguments and, about options that they leave out, by the defaults
 * that are set. It can be asked before the arguments are parsed.
 *
 * @param own the arguments of the program's own
 * @param beam those after {@code --}, which go to Beam
 * @param defaults the defaults that are set
 */
public record GivenArguments(List<String> own, List<String> beam, Defaults defaults) {
  private static final String END_OF_OPTIONS = "--";
  private static final String DASHES = "--";
  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  public GivenArguments {
    own = List.copyOf(own);
    beam = List.copyOf(beam);
  }

  /** A command line with the defaults around it. */
  public static GivenArguments of(String[] arguments, Defaults defaults) {
    List<String> all = Arrays.asList(arguments);
    int end = all.indexOf(END_OF_OPTIONS);
    return end < 0
        ? new GivenArguments(all, List.of(), defaults)
        : new GivenArguments(all.subList(0, end), all.subList(end + 1, all.size()), defaults);
  }

  /** The command's name; empty when there is none. */
  public String command() {
    return own.stream().filter(argument -> !argument.startsWith("-")).findFirst().orElse("");
  }

  /** Whether they ask for help or the version: then nothing else matters. */
  public boolean askForHelp() {
    return own.stream().anyMatch(HELP::contains);
  }

  /** Whether help may be printed. */
  public boolean wantHelp() {
    return askForHelp() || command().equals("help");
  }

  /** Whether the command line has an option. */
  public boolean has(String option) {
    String name = DASHES + option;
    return own.stream()
        .anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "="));
  }

  /**
   * The default that holds for an option.
   *
   * @param option its name without its dashes
   * @return none when the command line has the option, when it asks for help, or when the built-in
   *     default holds
   */
  public Optional<Setting> setting(String option) {
    return askForHelp() || has(option) ? Optional.empty() : defaults.of(command(), option);
  }

  /**
   * Whether an option without a value is given, or on by default.
   *
   * @param option its name without its dashes
   */
  public boolean turnOn(String option) {
    return has(option)
        || setting(option).filter(setting -> setting.value().equals("true")).isPresent();
  }

  /** Every text that may name a place: arguments, values of options and defaults. */
  public List<String> texts() {
    Stream<String> arguments =
        own.stream()
            .map(
                argument ->
                    argument.startsWith("-")
                        ? argument.substring(argument.indexOf('=') + 1)
                        : argument);
    Stream<String> values =
        defaults.of(command()).stream()
            .filter(each -> setting(each.option()).equals(Optional.of(each)))
            .flatMap(each -> Arrays.stream(each.value().split(Setting.SEPARATOR, -1)));
    return Stream.concat(arguments, values).toList();
  }

  /**
   * Where the options that a message names have their values from, when not from the command line.
   *
   * @return a sentence for each of them
   */
  public List<String> origins(String message) {
    return defaults.of(command()).stream()
        .filter(each -> setting(each.option()).equals(Optional.of(each)))
        .filter(each -> message.matches("(?s).*--" + each.option() + "(?![\\w-]).*"))
        .map(each -> "The value of --" + each.option() + " is from " + each.origin() + ".")
        .toList();
  }
}
