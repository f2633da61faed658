package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README says of the project's own data is what a run on it gives. */
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  /** A question in a comment, the query, and a comment with some of its rows. */
  private static final Pattern QUERY =
      Pattern.compile("-- ([^\n]*\\?[^\n]*)\n(.*?);\n-- ([^\n]*)\n", Pattern.DOTALL);

  private static final Pattern NUMBER_OF_ROWS = Pattern.compile(" \\((\\d+) rows\\)$");

  private ProjectReports reports;
  private String readme;

  @BeforeAll
  void read(ProjectReports shared) throws IOException {
    reports = shared;
    readme = Files.readString(Path.of("..", "README.md"));
  }

  @TestFactory
  Stream<DynamicTest> everyQueryGivesTheRowsBesideIt() {
    String block = SQL.matcher(readme).results().findFirst().orElseThrow().group(1);
    List<MatchResult> queries = QUERY.matcher(block).results().toList();
    assertThat(queries).hasSizeGreaterThanOrEqualTo(4);
    return queries.stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.group(1), () -> assertRows(query.group(2), query.group(3))));
  }

  private void assertRows(String query, String printed) throws SQLException {
    List<String> rows = rows(query);
    NUMBER_OF_ROWS
        .matcher(printed)
        .results()
        .forEach(number -> assertThat(rows).hasSize(Integer.parseInt(number.group(1))));
    List<String> parts = List.of(NUMBER_OF_ROWS.matcher(printed).replaceFirst("").split(", "));
    int gap = parts.stream().map(part -> part.startsWith("...")).toList().indexOf(true);
    List<String> first = gap < 0 ? parts : parts.subList(0, gap);
    assertThat(rows).startsWith(first.toArray(String[]::new));
    if (gap >= 0 && !parts.get(gap).equals("...")) {
      assertThat(rows).last().isEqualTo(parts.get(gap).substring("... ".length()));
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:sqlite:" + reports.folder().resolve("gradeline.sqlite"));
        ResultSet result = database.createStatement().executeQuery(query)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(result.getString(i).replaceFirst("\\.0$", ""));
        }
        rows.add(String.join(" | ", cells));
      }
    }
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTrajectoriesIsInTheTable() {
    List<String> columns =
        List.of(
            "council",
            "line",
            "step",
            "framework",
            "published_date",
            "grade",
            "change",
            "direction",
            "days_since_previous",
            "comparable",
            "in_force_until");
    List<String> printed = readme.lines().filter(line -> line.startsWith("| Knowsley |")).toList();
    assertThat(printed).hasSize(4);
    List<String> published =
        reports.rows("tables/trajectories.csv").stream()
            .map(row -> "| " + String.join(" | ", columns.stream().map(row::get).toList()) + " |")
            .map(row -> row.replaceAll(" +", " "))
            .toList();
    return printed.stream()
        .map(row -> DynamicTest.dynamicTest(row, () -> assertThat(published).contains(row)));
  }

  @TestFactory
  Stream<DynamicTest> everyNumberOfRowsIsThatOfTheTable() {
    return Pattern.compile("\\| `(tables/\\w+\\.csv)` \\| every [^|]*: ([\\d,]+) \\|")
        .matcher(readme)
        .results()
        .map(
            printed ->
                DynamicTest.dynamicTest(
                    printed.group(1),
                    () -> {
                      List<CSVRecord> rows = reports.rows(printed.group(1));
                      assertThat(String.format(Locale.ROOT, "%,d", rows.size()))
                          .isEqualTo(printed.group(2));
                    }));
  }
}
