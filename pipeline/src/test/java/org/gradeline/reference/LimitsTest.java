package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradeline.reference.ReferenceTable.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a run packs into numbers has limits, and reference data beyond them is refused")
class LimitsTest {
  private static final int LINES_OF_THE_PROJECT = ProjectData.reference().lines().size();

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments(
            "areas of a framework",
            Framework.MAX_AREAS,
            (IntFunction<String>) LimitsTest::frameworkWithAreas,
            "frameworks/new.yaml:7: the framework has 65 areas, and the limit is 64."
                + " Remove some of them."),
        arguments(
            "grades of a scale",
            Scale.MAX_GRADES,
            (IntFunction<String>) LimitsTest::scaleWithGrades,
            "frameworks/new.yaml:4: the scale has 128 grades, and the limit is 127."
                + " Remove some of them."),
        arguments(
            "lines",
            Line.MAX_LINES,
            (IntFunction<String>) LimitsTest::restOfLines,
            "frameworks/new.yaml:121: there are more than 128 entries under 'lines'."
                + " Remove this one and those after it."));
  }

  @ParameterizedTest(name = "{0}: {1} at most")
  @MethodSource("limits")
  void asMuchAsTheLimitIsReadAndMoreIsRefused(
      String what, int limit, IntFunction<String> file, String problem, @TempDir Path folder) {
    DataFolder data = new DataFolder(folder);

    assertThat(data.write("frameworks/new.yaml", file.apply(limit)).problems()).isEmpty();
    assertThat(data.write("frameworks/new.yaml", file.apply(limit + 1)).problems())
        .containsExactly(problem);
  }

  private static String frameworkWithAreas(int count) {
    return """
    frameworks:
      - framework: new
        label: New
        coverage: partial
        scale: childrens_services
        start_date: usual
        areas:
    """
        + entries(count, i -> "      - {area: a" + i + ", label: Area " + i + "}\n")
        + "    wordings: {good: [Good]}\n";
  }

  private static String scaleWithGrades(int count) {
    return """
    scales:
      - scale: score
        label: Score
        grades:
    """
        + entries(count, i -> "      - {grade: g" + i + ", label: Grade " + i + "}\n")
        + """
            pass_mark: g1
            pass_name: best
            pass_label: The best
        """;
  }

  private static String restOfLines(int count) {
    return "lines:\n"
        + entries(
            count - LINES_OF_THE_PROJECT,
            i ->
                "  - {line: l"
                    + i
                    + ", scheme: childrens_services, label: Line, phrase: line, members:"
                    + " [{framework: sif, area: adoption}]}\n");
  }

  private static String entries(int count, IntFunction<String> entry) {
    return IntStream.rangeClosed(1, count).mapToObj(entry).collect(Collectors.joining());
  }

  @Test
  void asManyCouncilsAsTheLimitAreReadAndMoreAreRefused(@TempDir Path folder) {
    new DataFolder(folder);

    assertThat(problemsWithCouncils(folder, CouncilRegister.MAX_COUNCILS))
        .noneMatch(problem -> problem.contains("limit"));
    assertThat(problemsWithCouncils(folder, CouncilRegister.MAX_COUNCILS + 1))
        .containsExactly(
            "reference/councils.csv:2: there are 1048577 councils, and the limit is 1048576."
                + " Remove this row and those after it.");
  }

  /** One council is enough to be counted many times. */
  private static List<String> problemsWithCouncils(Path folder, int count) {
    Problems problems = new Problems();
    Row council =
        new Row(CouncilLoader.FILE, 2, Map.of("la_code", "340", "council", "Knowsley"), problems);
    CouncilLoader.load(
        folder,
        Collections.nCopies(count, council),
        List.of(),
        new GroupingLoader.Loaded(Map.of(), List.of()),
        NeighbourLoader.FILE,
        problems);
    try {
      problems.throwIfAny();
      return List.of();
    } catch (ReferenceException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # day          | read
          0001-01-01   | true
          9999-12-31   | true
          0000-12-31   | false
          -0001-12-31  | false
          +10000-01-01 | false
          """)
  void aDayIsOfAYearFromOneTo9999(String day, boolean read, @TempDir Path folder) {
    DataFolder data =
        new DataFolder(folder).append("reference/councils.csv", "999,New,,," + day + ",");

    assertThat(data.problems())
        .isEqualTo(
            read
                ? List.of()
                : List.of(
                    "reference/councils.csv:"
                        + data.lineNumber()
                        + ": opened is '"
                        + day
                        + "', which is not a date. Write it as yyyy-mm-dd, or leave it blank."));
  }
}
