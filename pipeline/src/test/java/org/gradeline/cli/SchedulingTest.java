package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/SCHEDULING.md tells schedulers to do, against what the program can do. */
@DisplayName("The schedules")
class SchedulingTest {
  private static final Path PROJECT = Path.of("..");
  private static final String GUIDE = "docs/SCHEDULING.md";
  private static final Pattern COMMAND =
      Pattern.compile("gradeline (run|check|show)\\b([^|&`\\n]*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern CRON = Pattern.compile("([-0-9*,/]+ ){5}\\S.*");

  private static String text(String file) throws IOException {
    return Files.readString(PROJECT.resolve(file));
  }

  private static List<String> blocks(String file, String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(text(file))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void nameOptionsThatTheCommandsHave() throws IOException {
    List<MatchResult> commands = new ArrayList<>();
    for (String file : List.of(GUIDE, "README.md", "SECURITY.md")) {
      commands.addAll(COMMAND.matcher(text(file)).results().toList());
    }
    assertThat(commands).hasSizeGreaterThan(5);
    for (MatchResult command : commands) {
      String help = CommandLineRun.of(command.group(1), "--help").out();
      OPTION
          .matcher(command.group(2).replaceFirst(" -- .*", ""))
          .results()
          .forEach(option -> assertThat(help).as(command.group()).contains(option.group()));
    }
  }

  @Test
  void inCronAreLinesOfFiveTimesAndACommand() throws IOException {
    List<String> lines =
        blocks(GUIDE, "crontab").stream()
            .flatMap(String::lines)
            .filter(line -> !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
            .toList();

    assertThat(lines).hasSize(1).allMatch(line -> CRON.matcher(line).matches());
  }

  @Test
  void inSystemdAreAServiceAndItsTimer() throws IOException {
    List<String> units = blocks(GUIDE, "ini");

    assertThat(units).hasSize(2);
    assertThat(units.get(0)).contains("[Unit]", "[Service]", "Type=oneshot", "ExecStart=/");
    assertThat(units.get(1)).contains("[Unit]", "[Timer]", "OnCalendar=", "[Install]");
    assertThat(units.stream().flatMap(String::lines))
        .allMatch(line -> line.isEmpty() || line.matches("\\[\\w+]|[A-Z]\\w+=\\S.*"));
  }

  @Test
  void inWorkflowsAreJobsOfStepsThatRunOrUseSomething() throws IOException {
    List<String> workflows = new ArrayList<>(blocks(GUIDE, "yaml"));
    workflows.add(text(".github/workflows/ci.yml"));
    workflows.add(text(".github/workflows/release.yml"));

    assertThat(workflows).hasSize(3);
    for (String workflow : workflows) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(workflow);
      JsonNode jobs = new ObjectMapper().<JsonNode>valueToTree(read).path("jobs");
      assertThat(jobs).isNotEmpty();
      for (JsonNode job : jobs) {
        assertThat(job.path("steps"))
            .isNotEmpty()
            .allMatch(step -> step.has("run") || step.has("uses"));
      }
    }
  }

  @Test
  void continuousIntegrationRunsTheTestsOfTheReadme() throws IOException {
    assertThat(text("README.md")).contains("mvn -B verify");
    assertThat(text(".github/workflows/ci.yml")).contains("- run: ./mvnw -B verify");
  }

  @Test
  void nameEveryEventOfTheLog() throws IOException {
    String guide = text(GUIDE);
    Pattern named = Pattern.compile("Event\\s*\\.(?:info|warning|error)\\(\\s*\"(\\w+)\"");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/gradeline/cli"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        named
            .matcher(Files.readString(source))
            .results()
            .forEach(
                event ->
                    assertThat(guide).as(source.toString()).contains("`" + event.group(1) + "`"));
      }
    }
  }
}
