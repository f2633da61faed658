package org.gradeline.cli.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradeline.cli.defaults.Defaults;
import org.gradeline.cli.defaults.GivenArguments;
import org.gradeline.cli.defaults.Setting;
import org.gradeline.cli.running.DryRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives options the defaults that the user has set, and names each option's variable in its help.
 *
 * @param given the arguments and the defaults around them
 */
public record OptionDefaults(GivenArguments given) implements IDefaultValueProvider {
  private static final String DASHES = "--";
  private static final String COMMAND_LINE = "command line";

  private static final String[] FOOTER = {
    "",
    "The variable in square brackets sets the option's default. A line such as",
    "  reports = my-reports",
    "in gradeline.properties in the current folder does so too, for every option. The command line"
        + " goes before the variable, and the variable before the file."
  };

  /** Gives the commands their defaults. */
  public void apply(CommandLine program) {
    CommandLine command = program.getSubcommands().get(given.command());
    if (command != null) {
      CommandSpec spec = command.getCommandSpec();
      for (OptionSpec option : List.copyOf(spec.options())) {
        if (option.isMultiValue() && setting(option).isPresent()) {
          spec.remove(option);
          spec.add(option.toBuilder().splitRegex(Setting.SEPARATOR).build());
        }
      }
    }
    program.setDefaultValueProvider(this);
  }

  /** Names the variable of each option in its help; takes time that only help is worth. */
  public static void describe(CommandLine program) {
    for (CommandLine command : program.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (!names(spec).isEmpty()) {
        // All of them, or their order would be another.
        for (OptionSpec option : List.copyOf(spec.options())) {
          spec.remove(option);
          spec.add(canHaveDefault(option) ? described(option) : option);
        }
        spec.usageMessage().footer(FOOTER);
      }
    }
  }

  private static OptionSpec described(OptionSpec option) {
    OptionSpec.Builder builder = option.toBuilder();
    String[] description = builder.description().clone();
    description[description.length - 1] += " [" + Defaults.variable(name(option)) + "]";
    return builder.description(description).build();
  }

  private static boolean canHaveDefault(OptionSpec option) {
    return !option.usageHelp() && !option.versionHelp();
  }

  private static String name(OptionSpec option) {
    return option.longestName().substring(DASHES.length());
  }

  private Optional<Setting> setting(OptionSpec option) {
    return given.setting(name(option));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !canHaveDefault(option)) {
      return null;
    }
    boolean flag = isFlag(option);
    return setting(option)
        .filter(setting -> !flag || setting.isTrueOrFalse())
        .map(Setting::value)
        .orElse(null);
  }

  private static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /** What is wrong with the defaults that are set. */
  public List<String> problems(CommandLine program) {
    if (given.defaults().areNone()) {
      return List.of();
    }
    Map<String, Map<String, Boolean>> options = new LinkedHashMap<>();
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              Map<String, Boolean> names = names(command.getCommandSpec());
              if (!names.isEmpty()) {
                options.put(name, names);
              }
            });
    return given.defaults().problems(options);
  }

  private static Map<String, Boolean> names(CommandSpec command) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      if (canHaveDefault(option)) {
        names.put(name(option), isFlag(option));
      }
    }
    return names;
  }

  /**
   * The options of a command that hold, and where each has its value from.
   *
   * @param command a command whose arguments are parsed
   * @param beam the options for Beam
   */
  List<DryRun.InForce> inForce(CommandSpec command, List<String> beam) {
    List<DryRun.InForce> inForce = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      String value = canHaveDefault(option) ? text(option) : "";
      if (!value.isEmpty()) {
        inForce.add(new DryRun.InForce(option.longestName(), value, origin(option)));
      }
    }
    if (!beam.isEmpty()) {
      inForce.add(new DryRun.InForce(DASHES, String.join(" ", beam), COMMAND_LINE));
    }
    return inForce;
  }

  /** What an option says; blank when it says nothing. */
  private static String text(OptionSpec option) {
    Object value = option.getValue();
    if (value instanceof Collection<?> values) {
      return values.stream().map(String::valueOf).collect(Collectors.joining(Setting.SEPARATOR));
    }
    if (value == null || value.equals(false)) {
      return "";
    }
    return value instanceof Enum<?> name ? name.name().toLowerCase(Locale.ROOT) : value.toString();
  }

  private String origin(OptionSpec option) {
    return given.has(name(option))
        ? COMMAND_LINE
        : setting(option).map(Setting::origin).orElse("default");
  }
}
