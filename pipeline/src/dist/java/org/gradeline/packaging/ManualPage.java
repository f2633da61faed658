package org.gradeline.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradeline.cli.messages.Version;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command, in the language of {@code man}. What it says is what {@code --help}
 * says.
 *
 * @param command the command
 * @param day the day that the page bears
 */
record ManualPage(CommandLine command, String day) {
  private static final String ENVIRONMENT =
      """
      .SH ENVIRONMENT
      .TP
      .B JAVA_HOME
      The folder of the Java to use. Without it, the java on the PATH is used.
      .TP
      .B GRADELINE_JAVA_OPTS
      Options for Java, such as \\-Xmx4g.
      """;

  private CommandSpec spec() {
    return command.getCommandSpec();
  }

  /** {@code gradeline-run} for {@code gradeline run}. */
  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /** The file of the page. */
  String file() {
    return name(spec()) + ".1";
  }

  /** The page. */
  String text() {
    Help help = command.getHelp();
    String name = name(spec());
    StringBuilder page = new StringBuilder();
    page.append(
        ".TH \"%s\" 1 \"%s\" \"gradeline %s\" \"Gradeline\"\n"
            .formatted(name.toUpperCase(java.util.Locale.ROOT), day, Version.number()));
    page.append(".SH NAME\n").append(escaped(name)).append(" \\- ").append(purpose());
    page.append(".SH SYNOPSIS\n.nf\n").append(plain(help.synopsis(0))).append(".fi\n");
    page.append(".SH DESCRIPTION\n");
    for (String paragraph : spec().usageMessage().description()) {
      page.append(plain(paragraph.formatted())).append(".PP\n");
    }
    page.append(arguments(help)).append(options(help)).append(commands()).append(statuses());
    page.append(ENVIRONMENT).append(others());
    return page.toString();
  }

  private String purpose() {
    String first = spec().usageMessage().description()[0].formatted();
    int end = first.indexOf(". ");
    String sentence = end < 0 ? first : first.substring(0, end);
    return plain(
        Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1).replaceAll("\\.$", ""));
  }

  private String arguments(Help help) {
    List<PositionalParamSpec> shown =
        spec().positionalParameters().stream().filter(argument -> !argument.hidden()).toList();
    return section(
        "ARGUMENTS",
        shown.stream()
            .map(
                argument ->
                    entry(
                        "\\fI" + escaped(argument.paramLabel()) + "\\fR",
                        rows(
                            help.createDefaultParameterRenderer()
                                .render(argument, labels(help), help.colorScheme()))))
            .collect(Collectors.joining()));
  }

  private String options(Help help) {
    return section(
        "OPTIONS",
        spec().options().stream()
            .filter(option -> !option.hidden())
            .map(option -> entry(names(option), rows(rendered(help, option))))
            .collect(Collectors.joining()));
  }

  private static Text[][] rendered(Help help, OptionSpec option) {
    return help.createDefaultOptionRenderer().render(option, labels(help), help.colorScheme());
  }

  private static IParamLabelRenderer labels(Help help) {
    return help.createDefaultParamLabelRenderer();
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return takesValue(option) ? names + "=\\fI" + escaped(option.paramLabel()) + "\\fR" : names;
  }

  private static boolean takesValue(ArgSpec option) {
    return option.arity().max() > 0;
  }

  /** The description, which is the last column of what {@code --help} shows. */
  private static String rows(Text[][] rows) {
    return Arrays.stream(rows)
        .map(row -> row[row.length - 1].toString().strip())
        .collect(Collectors.joining(" "));
  }

  private String commands() {
    return section(
        "COMMANDS",
        command.getSubcommands().values().stream()
            .distinct()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .map(
                spec ->
                    entry(
                        "\\fB" + escaped(spec.name()) + "\\fR",
                        String.join(" ", spec.usageMessage().description()).formatted()))
            .collect(Collectors.joining()));
  }

  private String statuses() {
    Map<String, String> statuses = spec().root().usageMessage().exitCodeList();
    return section(
        "EXIT STATUS",
        statuses.entrySet().stream()
            .map(status -> entry("\\fB" + status.getKey() + "\\fR", status.getValue()))
            .collect(Collectors.joining()));
  }

  /** The pages of the other commands. */
  private String others() {
    List<CommandLine> all =
        spec().parent() == null
            ? List.copyOf(command.getSubcommands().values())
            : List.of(spec().root().commandLine());
    return section(
        "SEE ALSO",
        all.stream()
            .distinct()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .map(spec -> ".BR " + escaped(name(spec)) + " (1)")
            .collect(Collectors.joining(",\n", "", "\n")));
  }

  private static String section(String title, String text) {
    return text.isBlank() ? "" : ".SH " + title + "\n" + text;
  }

  private static String entry(String name, String description) {
    return ".TP\n" + name + "\n" + plain(description);
  }

  private static String plain(String text) {
    return text.strip()
        .lines()
        .map(ManualPage::escaped)
        .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
