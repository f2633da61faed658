package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Gate.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of gates, and every way in which it can be wrong. */
class GateLoaderTest {
  private final Path folder;

  GateLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Gates load(String text) throws IOException, ReferenceException {
    Files.writeString(folder.resolve("gates.yaml"), text);
    return GateLoader.load(folder, "gates.yaml", ProjectData.reference().schemes());
  }

  private List<String> problems(String text) throws IOException {
    try {
      load(text);
      return List.of();
    } catch (ReferenceException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void aGateHasALimitAndIsAnErrorUnlessItIsSaidToBeAWarning() throws Exception {
    Gates gates =
        load(
            """
            gates:
              - {gate: rejected_percent, limit: 0.5}
              - {gate: newest_record_days, limit: 62, severity: warning}
              - gate: ratings_vanished
                limit: 0
                severity: error
            """);

    assertThat(gates.of(Figure.REJECTED_PERCENT))
        .isEqualTo(new Gate(Figure.REJECTED_PERCENT, 0.5, Severity.ERROR));
    assertThat(gates.of(Figure.NEWEST_RECORD_DAYS))
        .isEqualTo(new Gate(Figure.NEWEST_RECORD_DAYS, 62, Severity.WARNING));
    assertThat(gates.of(Figure.RATINGS_VANISHED))
        .isEqualTo(new Gate(Figure.RATINGS_VANISHED, 0, Severity.ERROR));
  }

  @Test
  void aGateThatIsLeftOutIsOff() throws Exception {
    assertThat(load("gates: []\n")).isEqualTo(Gates.NONE);
    assertThat(load("gates:\n  - {gate: rejected_percent, limit: 5}\n").of(Figure.CONFLICT_PERCENT))
        .isNull();
  }

  @Test
  void theProjectsOwnGatesAreThese() throws ReferenceException {
    assertThat(
            GateLoader.load(ProjectData.FOLDER, GateLoader.FILE, ProjectData.reference().schemes())
                .gates())
        .containsExactlyInAnyOrder(
            new Gate(Figure.REJECTED_PERCENT, 5, Severity.ERROR),
            new Gate(Figure.REJECTED_JUDGEMENTS, 0, Severity.ERROR),
            new Gate(Figure.CONFLICT_PERCENT, 1, Severity.ERROR),
            new Gate(Figure.COUNCILS_GRADED, "childrens_services", 100, Severity.ERROR),
            new Gate(Figure.COUNCILS_GRADED, "area_send", 90, Severity.ERROR),
            new Gate(Figure.RATINGS_VANISHED, 20, Severity.ERROR));
  }

  static Stream<Arguments> faults() {
    String known =
        "[conflict_percent, councils_graded, newest_record_days, ratings_vanished,"
            + " rejected_judgements, rejected_percent]";
    return Stream.of(
        fault(
            "- {gate: rejected, limit: 5}",
            "gates.yaml:2: 'gate' is 'rejected'. It must be one of " + known + "."),
        fault("- {limit: 5}", "gates.yaml:2: 'gate' is missing. Add it."),
        fault("- {gate: rejected_percent}", "gates.yaml:2: 'limit' is missing. Add it."),
        fault(
            "- {gate: rejected_percent, limit: 5 %}",
            "gates.yaml:2: the limit of rejected_percent is '5 %'. Write a number from 0 to 100,"
                + " such as 5 or 0.5; leave the gate out to turn it off."),
        fault(
            "- {gate: rejected_percent, limit: 101}",
            "gates.yaml:2: the limit of rejected_percent is '101'. Write a number from 0 to 100,"
                + " such as 5 or 0.5; leave the gate out to turn it off."),
        fault(
            "- {gate: ratings_vanished, limit: -1}",
            "gates.yaml:2: the limit of ratings_vanished is '-1'. Write a whole number from 0;"
                + " leave the gate out to turn it off."),
        fault(
            "- {gate: councils_graded, limit: 1.5}",
            "gates.yaml:2: the limit of councils_graded is '1.5'. Write a whole number from 0;"
                + " leave the gate out to turn it off."),
        fault(
            "- {gate: newest_record_days, limit: off}",
            "gates.yaml:2: the limit of newest_record_days is 'off'. Write a whole number from 0;"
                + " leave the gate out to turn it off."),
        fault(
            "- {gate: rejected_percent, limit: [5]}",
            "gates.yaml:2: 'limit' is not a single value. Write one value.",
            "gates.yaml:2: the limit of rejected_percent is ''. Write a number from 0 to 100, such"
                + " as 5 or 0.5; leave the gate out to turn it off."),
        fault(
            "- {gate: rejected_percent, limit: 5, severity: fatal}",
            "gates.yaml:2: 'severity' is 'fatal'. It must be one of [error, warning]."),
        fault(
            "- {gate: councils_graded, scheme: area_sen, limit: 5}",
            "gates.yaml:2: 'scheme' is 'area_sen'. It must be one of [childrens_services,"
                + " area_send]."),
        fault(
            "- {gate: rejected_percent, scheme: area_send, limit: 5}",
            "gates.yaml:2: rejected_percent is not counted by scheme. Remove 'scheme'."),
        fault(
            "- {gate: councils_graded, scheme: area_send, limit: 5}\n"
                + "  - {gate: councils_graded, scheme: area_send, limit: 6}",
            "gates.yaml:3: the gate 'councils_graded' appears twice. Keep one of the two."),
        fault(
            "- {gate: rejected_percent, limt: 5, limit: 5}",
            "gates.yaml:2: 'limt' is not known here. Did you mean 'limit'?"),
        fault(
            "- {gate: rejected_percent, limit: 5}\n  - {gate: rejected_percent, limit: 6}",
            "gates.yaml:3: the gate 'rejected_percent' appears twice. Keep one of the two."),
        fault(
            "- {gate: rejected_percent, limit: x}\n  - {gate: councils, limit: 6}",
            "gates.yaml:2: the limit of rejected_percent is 'x'. Write a number from 0 to 100, such"
                + " as 5 or 0.5; leave the gate out to turn it off.",
            "gates.yaml:3: 'gate' is 'councils'. It must be one of " + known + "."));
  }

  private static Arguments fault(String entries, String... problems) {
    return arguments("gates:\n  " + entries + "\n", List.of(problems));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyFaultIsReportedWithItsPlaceAndItsRemedy(String text, List<String> problems)
      throws IOException {
    assertThat(problems(text)).isEqualTo(problems);
  }

  @Test
  void councilsGradedHasAGateForEachSchemeThatOneLimitReplaces() throws Exception {
    Gates gates =
        load(
            """
            gates:
              - {gate: councils_graded, scheme: childrens_services, limit: 100}
              - {gate: councils_graded, scheme: area_send, limit: 90, severity: warning}
            """);

    assertThat(gates.of(Figure.COUNCILS_GRADED)).isNull();
    assertThat(gates.of(Figure.COUNCILS_GRADED, "area_send"))
        .isEqualTo(new Gate(Figure.COUNCILS_GRADED, "area_send", 90, Severity.WARNING));
    assertThat(gates.with(Figure.COUNCILS_GRADED, 140).gates())
        .containsExactly(new Gate(Figure.COUNCILS_GRADED, 140, Severity.ERROR));
    assertThat(gates.without(Figure.COUNCILS_GRADED)).isEqualTo(Gates.NONE);
  }

  @Test
  void aFileOfAnotherFormIsReported() throws IOException {
    assertThat(problems("# nothing\n"))
        .containsExactly("gates.yaml: the file is empty. Fill it, or delete it.");
    assertThat(problems("gates:\n"))
        .containsExactly(
            "gates.yaml:1: 'gates' is not a list. Write [a, b], or '- a' on a line of its own.");
    assertThat(problems("rejected_percent: 5\n"))
        .containsExactly(
            "gates.yaml:1: 'rejected_percent' is not known here. Use one of [gates].",
            "gates.yaml:1: 'gates' is missing. List the gates under it, or delete the file.");
    assertThat(problems("gates: [\n")).hasSize(1).first().asString().contains("is not valid YAML");
  }

  @Test
  void aGateCanBeChangedAndTurnedOffAndKeepsItsSeverity() throws Exception {
    Gates gates = load("gates:\n  - {gate: rejected_percent, limit: 5, severity: warning}\n");

    assertThat(gates.with(Figure.REJECTED_PERCENT, 7).of(Figure.REJECTED_PERCENT))
        .isEqualTo(new Gate(Figure.REJECTED_PERCENT, 7, Severity.WARNING));
    assertThat(gates.without(Figure.REJECTED_PERCENT)).isEqualTo(Gates.NONE);
  }
}
