package org.gradeline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradeline.cli.Gradeline;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.StandingTally.Comparison;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that are rebuilt from ratings and visits say what all other tables say. */
@DisplayName("Histories rebuilt from the published tables")
class PublishedRecordsTest {
  private static final Path DATA = Path.of("..", "data");

  @TempDir private static Path reports;
  private static Reference reference;
  private static Known known;

  @BeforeAll
  static void makeTheTables() throws IOException, ReferenceException {
    String[] run = {
      "run",
      "--data",
      DATA.toString(),
      "--reports",
      reports.toString(),
      "--as-at",
      "2024-03-31",
      "--published-by",
      "2024-06-30"
    };
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    assertThat(Gradeline.execute(run, nowhere, nowhere)).isZero();
    reference = ReferenceLoader.load(DATA);
    PublishedTables tables = new PublishedTables(reports);
    UnreadJudgements unread = UnreadJudgements.of(tables);
    ReportingDate date = Stories.date(tables, reference);
    known = new Known(reference, PublishedRecords.read(tables, reference, unread), date, unread);
  }

  private static List<String> rows(String table, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    try (PublishedRows published =
        new PublishedTables(reports).rows(Catalogue.of(reference).table(table))) {
      while (published.next()) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(published.text(column));
        }
        rows.add(String.join(" | ", cells));
      }
    }
    return rows;
  }

  private static List<String> ofAll(
      boolean open, Function<Council, Function<Line, List<List<String>>>> rows) {
    return reference.councils().all().stream()
        .filter(council -> !open || council.openOn(known.date().asAt()))
        .flatMap(
            council ->
                reference.lines().stream()
                    .flatMap(line -> rows.apply(council).apply(line).stream()))
        .map(cells -> String.join(" | ", cells))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? CellWriter.plain(number.getAsDouble()) : "";
  }

  @Test
  void theDateIsThatOfTheTables() {
    assertThat(known.date())
        .isEqualTo(
            new ReportingDate(
                java.time.LocalDate.of(2024, 3, 31), java.time.LocalDate.of(2024, 6, 30)));
  }

  @Test
  void everyStepIsTheSame() throws IOException {
    assertThat(
            ofAll(
                false,
                council ->
                    line ->
                        known.course(council, line).steps().stream()
                            .map(
                                step ->
                                    List.of(
                                        council.laCode(),
                                        line.key(),
                                        step.member().framework().key(),
                                        step.member().area().key(),
                                        text(step.inspection().start()),
                                        text(step.inspection().published()),
                                        step.grade().key(),
                                        step.direction().key(),
                                        text(step.visitsSincePrevious()),
                                        text(step.inForceUntil())))
                            .toList()))
        .containsExactlyElementsOf(
            rows(
                "trajectories",
                "la_code",
                "line",
                "framework",
                "area",
                "start_date",
                "published_date",
                "grade",
                "direction",
                "visits_since_previous",
                "in_force_until"));
  }

  @Test
  void everyCouncilStandsTheSame() throws IOException {
    assertThat(
            ofAll(
                true,
                council ->
                    line -> {
                      Course course = known.course(council, line);
                      Step last = course.inForce();
                      return List.of(
                          List.of(
                              council.laCode(),
                              line.key(),
                              course.status().key(),
                              last == null ? "" : last.grade().key(),
                              last == null ? "" : text(last.gradeSince()),
                              last == null ? "" : last.inspection().report()));
                    }))
        .containsExactlyElementsOf(
            rows("latest", "la_code", "line", "status", "grade", "grade_since", "report"));
  }

  @Test
  void everyCouncilStandsTheSameAmongItsNeighbours() throws IOException {
    assertThat(
            ofAll(
                true,
                council ->
                    line -> {
                      Comparison comparison = known.standings().compare(council, line);
                      boolean graded = comparison.hasGrade();
                      return List.of(
                          List.of(
                              council.laCode(),
                              line.key(),
                              text(comparison.neighbours()),
                              graded ? text(comparison.better()) : "",
                              graded ? text(comparison.worse()) : ""));
                    }))
        .containsExactlyElementsOf(
            rows("neighbours", "la_code", "line", "neighbours", "better", "worse"));
  }

  @Test
  void estimatesAreTheSame() throws IOException {
    assertThat(
            reference.lines().stream()
                .map(
                    line ->
                        line.key()
                            + " | "
                            + known.recovery(line).exits().total()
                            + " | "
                            + text(known.recovery(line).estimate().quantile(0.5)))
                .toList())
        .containsAll(rows("recovery_summary", "line", "spells", "median_days"));
    List<String> waits = new ArrayList<>();
    for (Council council : reference.councils().all()) {
      for (Scheme scheme : reference.schemes()) {
        Waiting waiting = known.waiting(council, scheme);
        if (waiting != null) {
          waits.add(
              List.of(
                      council.laCode(),
                      scheme.key(),
                      text(waiting.lastPublished()),
                      text(known.waits(waiting).exits().total()),
                      text(known.waits(waiting).estimate().quantile(0.5)))
                  .stream()
                  .collect(Collectors.joining(" | ")));
        }
      }
    }
    assertThat(waits)
        .containsExactlyInAnyOrderElementsOf(
            rows("waiting", "la_code", "scheme", "last_published_date", "spells", "median_days"));
  }
}
