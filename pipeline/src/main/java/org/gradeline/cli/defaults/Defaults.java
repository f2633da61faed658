package org.gradeline.cli.defaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradeline.cli.messages.Hint;

/**
 * The defaults that a user has set: in variables of the environment ({@code GRADELINE_REPORTS} for
 * {@code --reports}), and in the file {@code gradeline.properties} of the current folder. A
 * variable goes before the file, and in the file a line for one command before one for all.
 * Immutable.
 *
 * <pre>{@code
 * Defaults.of(surroundings).of("run", "reports").map(Setting::value);
 * }</pre>
 */
public final class Defaults {
  /** How the names of all variables begin. */
  static final String PREFIX = "GRADELINE_";

  /** The launcher's own variables, which set no option. */
  private static final Set<String> OF_THE_LAUNCHER = Set.of("GRADELINE_JAVA_OPTS");

  /** No defaults. */
  public static final Defaults NONE = of(Surroundings.NONE);

  private final List<Setting> settings;
  private final List<String> problems;

  private Defaults(List<Setting> settings, List<String> problems) {
    this.settings = List.copyOf(settings);
    this.problems = List.copyOf(problems);
  }

  /** The defaults that are set around a command. */
  public static Defaults of(Surroundings around) {
    List<Setting> settings = new ArrayList<>();
    new TreeMap<>(around.environment())
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !OF_THE_LAUNCHER.contains(name) && !value.isBlank()) {
                settings.add(new Setting(option(name), "", value, name, name));
              }
            });
    if (around.folder() == null) {
      return new Defaults(settings, List.of());
    }
    SettingsFile file = SettingsFile.in(around.folder());
    Stream<Setting> special = file.settings().stream().filter(each -> !each.command().isEmpty());
    Stream<Setting> general = file.settings().stream().filter(each -> each.command().isEmpty());
    Stream.concat(special, general).forEach(settings::add);
    return new Defaults(settings, file.problems());
  }

  /** Whether none are set, rightly or wrongly. */
  public boolean areNone() {
    return settings.isEmpty() && problems.isEmpty();
  }

  /** The variable of an option. */
  public static String variable(String option) {
    return PREFIX + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String option(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The default of an option.
   *
   * @param command the command that has it
   * @param option its name without its dashes
   * @return none when the built-in one holds
   */
  public Optional<Setting> of(String command, String option) {
    return settings.stream()
        .filter(each -> each.option().equals(option))
        .filter(each -> each.command().isEmpty() || each.command().equals(command))
        .findFirst()
        .filter(each -> !each.value().isEmpty());
  }

  /** All that may hold for a command, those first that go before others. */
  public List<Setting> of(String command) {
    return settings.stream()
        .filter(each -> each.command().isEmpty() || each.command().equals(command))
        .toList();
  }

  /**
   * What is wrong with them, each with its place and what to do.
   *
   * @param options the names of each command's options without their dashes, and whether they are
   *     without a value
   */
  public List<String> problems(Map<String, Map<String, Boolean>> options) {
    List<String> all = new ArrayList<>(problems);
    for (Setting setting : settings) {
      new SettingCheck(setting, options).problem().ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** Whether one setting can hold. */
  private record SettingCheck(Setting setting, Map<String, Map<String, Boolean>> options) {
    Optional<String> problem() {
      String command = setting.command();
      if (!command.isEmpty() && !options.containsKey(command)) {
        return Optional.of(
            told("there is no command '" + command + "'. " + hint(command, options.keySet())));
      }
      List<String> having =
          options.keySet().stream()
              .filter(each -> of(each).containsKey(setting.option()))
              .sorted()
              .toList();
      if (having.isEmpty()) {
        return Optional.of(told("there is no option --" + setting.option() + ". " + remedy()));
      }
      if (!command.isEmpty() && !having.contains(command)) {
        return Optional.of(
            told(
                "%s has no option --%s. It is an option of %s."
                    .formatted(command, setting.option(), String.join(", ", having))));
      }
      boolean wrong =
          of(having.get(0)).getOrDefault(setting.option(), false)
              && !setting.value().isEmpty()
              && !setting.isTrueOrFalse();
      return wrong
          ? Optional.of(
              told("'" + setting.value() + "' is neither true nor false. Write one of them."))
          : Optional.empty();
    }

    private Map<String, Boolean> of(String command) {
      return options.getOrDefault(command, Map.of());
    }

    private String told(String what) {
      return setting.place() + ": " + what;
    }

    private String remedy() {
      List<String> names =
          options.values().stream().flatMap(each -> each.keySet().stream()).distinct().toList();
      List<String> nearest = Hint.of(setting.option(), names);
      if (nearest.isEmpty()) {
        return (setting.isVariable() ? "Unset the variable." : "Remove the line.")
            + " 'gradeline help run' lists the options.";
      }
      return "Did you mean "
          + (setting.isVariable() ? variable(nearest.get(0)) : nearest.get(0))
          + "?";
    }

    private static String hint(String command, Set<String> commands) {
      List<String> nearest = Hint.of(command, commands);
      return nearest.isEmpty()
          ? "Write one of " + String.join(", ", commands) + "."
          : "Did you mean " + nearest.get(0) + "?";
    }
  }
}
