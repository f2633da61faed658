package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The comparison tables counted a second time, by other means: SQL over the ratings and the
 * reference data, written from the contract's rules (in {@code recount/*.sql}) and sharing nothing
 * with the code. Every row must be the same, none may be missing or left over.
 */
class RecountTest {

  /** A run with no options counts what is known at the latest publication. */
  @Nested
  class Now extends Recount {
    @BeforeAll
    void run(@ExtendWith(OneRun.class) ProjectReports reports) throws SQLException, IOException {
      prepare(
          reports,
          "SELECT max(published_date) AS as_at, max(published_date) AS published_by FROM ratings");
    }
  }

  /** A run for official figures: reports may come out three months after the reporting date. */
  @Nested
  class InMarch2024 extends Recount {
    @BeforeAll
    void run(@TempDir Path folder) throws SQLException, IOException {
      prepare(
          ProjectReports.run(folder, "--as-at", "2024-03-31", "--published-by", "2024-06-30"),
          "SELECT '2024-03-31' AS as_at, '2024-06-30' AS published_by");
    }
  }

  /**
   * A run between a reporting date and its publication: it knows nothing of what came out later.
   */
  @Nested
  class InApril2024 extends Recount {
    @BeforeAll
    void run(@TempDir Path folder) throws SQLException, IOException {
      prepare(
          ProjectReports.run(folder, "--as-at", "2024-04-15"),
          "SELECT '2024-04-15' AS as_at, '2024-04-15' AS published_by");
    }
  }

  /** The tables of one run against those that SQL makes of its ratings. */
  @TestInstance(Lifecycle.PER_CLASS)
  abstract static class Recount {
    private static final List<String> RECORDS = List.of("ratings", "visits");
    private static final List<String> REFERENCE =
        List.of(
            "councils",
            "council_codes",
            "groupings",
            "known_periods",
            "reporting_dates",
            "statistical_neighbours");
    static final List<String> RECOUNTED =
        List.of(
            "trajectories",
            "latest",
            "distributions",
            "movements",
            "transitions",
            "changes",
            "time_in_grade",
            "recovery",
            "recovery_summary",
            "neighbours",
            "neighbour_grades",
            "waiting",
            "panel",
            "publication_days");

    /** Columns that look like numbers and are none. */
    private static final Set<String> TEXTS = Set.of("la_code", "neighbour_la_code", "year");

    private final Connection database = open();

    void prepare(ProjectReports reports, String reportingDate) throws SQLException, IOException {
      for (String name : RECORDS) {
        load(name, reports.rows("tables/" + name + ".csv"));
      }
      for (String name : REFERENCE) {
        load(name, ProjectReports.read(ProjectReports.DATA.resolve("reference/" + name + ".csv")));
      }
      for (String name : RECOUNTED) {
        load("published_" + name, reports.rows("tables/" + name + ".csv"));
      }
      execute("CREATE TABLE run AS " + reportingDate);
      execute(script("base"));
    }

    @AfterAll
    void close() throws SQLException {
      database.close();
    }

    @ParameterizedTest
    @FieldSource("RECOUNTED")
    void everyRowIsTheSame(String table) throws SQLException, IOException {
      execute("CREATE TABLE recounted_" + table + " AS " + script(table));
      List<String> columns = columns("recounted_" + table);
      assertThat(columns).containsExactlyInAnyOrderElementsOf(columns("published_" + table));
      String names = String.join(", ", columns);
      String published = "SELECT " + names + " FROM published_" + table;
      String recounted = "SELECT " + names + " FROM recounted_" + table;

      assertThat(rows(published + " EXCEPT " + recounted)).as("only published").isEmpty();
      assertThat(rows(recounted + " EXCEPT " + published)).as("only recounted").isEmpty();
      assertThat(rows("SELECT count(*) FROM published_" + table))
          .isNotEqualTo(List.of("0"))
          .isEqualTo(rows("SELECT count(*) FROM recounted_" + table));
    }

    @Test
    void timeAtAllGradesIsAllTheTime() throws SQLException {
      assertThat(
              rows(
                  """
                  SELECT la_code, line, sum(percent_of_time)
                  FROM published_time_in_grade
                  GROUP BY la_code, line
                  HAVING count(percent_of_time) = count(*)
                    AND abs(sum(percent_of_time) - 100) > 0.0002
                  """))
          .isEmpty();
    }

    @Test
    void everyRatingIsOfOneYearOfThePanel() throws SQLException {
      assertThat(
              rows(
                  """
                  SELECT line, la_code, count(*)
                  FROM step JOIN councils USING (la_code)
                  WHERE scope = 'any' AND closed IS NULL AND opened IS NULL
                    AND coalesce(started, published) <= (SELECT max(as_at) FROM reporting_dates
                      WHERE as_at LIKE '%-03-31' AND as_at <= (SELECT as_at FROM run)
                        AND published_by <= (SELECT published_by FROM run))
                  GROUP BY line, la_code
                  EXCEPT
                  SELECT line, la_code, sum(inspected_in_year)
                  FROM published_panel
                  GROUP BY line, la_code
                  """))
          .isEmpty();
    }

    private static Connection open() {
      try {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Loads a table; what looks like a number becomes one, and a blank becomes NULL. */
    private void load(String table, List<CSVRecord> rows) throws SQLException {
      List<String> header = rows.get(0).getParser().getHeaderNames();
      String columns =
          header.stream()
              .map(name -> "\"" + name + "\"" + (TEXTS.contains(name) ? " TEXT" : " NUMERIC"))
              .collect(Collectors.joining(", "));
      execute("CREATE TABLE " + table + " (" + columns + ")");
      String marks = header.stream().map(name -> "nullif(?, '')").collect(Collectors.joining(", "));
      database.setAutoCommit(false);
      try (PreparedStatement insert =
          database.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
        for (CSVRecord row : rows) {
          for (int i = 0; i < header.size(); i++) {
            insert.setString(i + 1, row.get(i));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
      database.commit();
      database.setAutoCommit(true);
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = database.createStatement()) {
        statement.executeUpdate(sql);
      }
    }

    private List<String> columns(String table) throws SQLException {
      return rows("SELECT name FROM pragma_table_info('" + table + "')");
    }

    private List<String> rows(String query) throws SQLException {
      List<String> rows = new ArrayList<>();
      try (Statement statement = database.createStatement();
          ResultSet result = statement.executeQuery(query)) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            cells.add(Objects.toString(result.getString(i), ""));
          }
          rows.add(String.join("|", cells));
        }
      }
      return rows;
    }

    private static String script(String name) throws IOException {
      try (InputStream in = RecountTest.class.getResourceAsStream("recount/" + name + ".sql")) {
        return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
