package org.gradeline.publishing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All tables in one SQLite file. */
@ExtendWith(OneRun.class)
@TestInstance(Lifecycle.PER_CLASS)
class SqliteDatabaseTest {
  private ProjectReports reports;
  private Connection database;

  @BeforeAll
  void open(ProjectReports ofOneRun) throws SQLException {
    reports = ofOneRun;
    database =
        DriverManager.getConnection("jdbc:sqlite:" + reports.folder().resolve("gradeline.sqlite"));
  }

  @AfterAll
  void close() throws SQLException {
    database.close();
  }

  static Stream<Named<Table<?>>> tables() throws ReferenceException {
    return Catalogue.of(ReferenceLoader.load(ProjectReports.DATA)).tables().stream()
        .filter(table -> !table.isOpenData())
        .map(table -> Named.of(table.path(), table));
  }

  @Test
  void councilsThatAreInadequateNowAndForHowLong() throws SQLException {
    assertThat(
            query(
                """
                SELECT council, published_date AS since, days_in_force AS days
                FROM latest
                WHERE line = 'headline' AND grade = 'inadequate'
                ORDER BY days_in_force DESC
                """))
        .containsExactly(
            "Nottingham | 2022-09-05 | 1445",
            "Isles of Scilly | 2023-08-25 | 1091",
            "Swindon | 2023-09-11 | 1074",
            "Peterborough | 2024-01-30 | 933",
            "Tameside | 2024-02-13 | 919",
            "Havering | 2024-02-16 | 916",
            "Cheshire East | 2024-05-16 | 826",
            "Halton | 2024-07-12 | 769",
            "Knowsley | 2025-01-20 | 577",
            "Harrow | 2025-03-04 | 534",
            "Devon | 2025-05-13 | 464");
  }

  @Test
  void englandsShareGoodOrOutstandingThroughTheYears() throws SQLException {
    assertThat(
            query(
                """
                SELECT substr(as_at, 1, 4) AS year, councils, base, round(percent) AS percent
                FROM distributions
                WHERE scope = 'any' AND line = 'headline' AND geography = 'England'
                  AND grade = 'good_or_outstanding' AND as_at LIKE '%-03-31'
                ORDER BY as_at
                """))
        .containsExactly(
            "2010 | 4 | 15 | 27.0",
            "2011 | 17 | 56 | 30.0",
            "2012 | 44 | 113 | 39.0",
            "2013 | 66 | 152 | 43.0",
            "2014 | 64 | 152 | 42.0",
            "2015 | 55 | 152 | 36.0",
            "2016 | 53 | 152 | 35.0",
            "2017 | 52 | 152 | 34.0",
            "2018 | 57 | 152 | 38.0",
            "2019 | 70 | 152 | 46.0",
            "2020 | 75 | 149 | 50.0",
            "2021 | 75 | 149 | 50.0",
            "2022 | 80 | 150 | 53.0",
            "2023 | 91 | 152 | 60.0",
            "2024 | 91 | 151 | 60.0",
            "2025 | 103 | 153 | 67.0",
            "2026 | 111 | 153 | 73.0");
  }

  @Test
  void howKnowsleysNeighboursStand() throws SQLException {
    assertThat(
            query(
                """
                SELECT line, grade, outstanding, good, requires_improvement, inadequate, position
                FROM neighbours
                WHERE council = 'Knowsley' AND graded > 0
                ORDER BY rowid
                """))
        .containsExactly(
            "headline | inadequate | 3 | 3 | 1 | 1 | 8",
            "help_and_protection | inadequate | 2 | 4 | 3 | 1 | 10",
            "in_care | requires_improvement | 3 | 4 | 2 | 1 | 8",
            "care_leavers | inadequate | 3 | 4 | 2 | 1 | 10",
            "leadership | inadequate | 3 | 5 | 1 | 1 | 10",
            // Area SEND has other grades.
            "send_2016 | required | null | null | null | null | 1",
            "send_2023 | null | null | null | null | null | null");
  }

  @Test
  void itHasEveryTableButTheOpenData() throws SQLException, IOException {
    List<String> files = new ArrayList<>();
    for (String folder : List.of("tables", "quality")) {
      try (Stream<Path> list = Files.list(reports.folder().resolve(folder))) {
        list.map(file -> file.getFileName().toString().replace(".csv", "")).forEach(files::add);
      }
    }

    assertThat(
            query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%'"
                    + " ESCAPE '\\'"))
        .hasSize(36)
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void everyTableIsStrict() throws SQLException {
    assertThat(
            query(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND"
                    + " strict = 0 AND name NOT LIKE 'sqlite%'"))
        .isEmpty();
  }

  @Test
  void everyForeignKeyHolds() throws SQLException {
    assertThat(query("SELECT count(*) FROM pragma_foreign_key_list('trajectories')"))
        .isNotEqualTo(List.of("0"));
    assertThat(query("PRAGMA foreign_key_check")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void foreignKeysAreThoseOfTheTable(Table<?> table) throws SQLException {
    assertThat(
            query(
                "SELECT \"table\", group_concat(\"from\", ', '), group_concat(\"to\", ', ')"
                    + " FROM (SELECT * FROM pragma_foreign_key_list('"
                    + table.name()
                    + "') ORDER BY id, seq) GROUP BY id"))
        .containsExactlyInAnyOrderElementsOf(
            table.foreignKeys().stream()
                .map(
                    key ->
                        String.join(
                            " | ",
                            key.table(),
                            String.join(", ", key.columns()),
                            String.join(", ", key.referenced())))
                .toList());
  }

  /** With foreign keys on, SQLite refuses a row whose key nothing explains. */
  @Test
  void aRowWithAnUnknownKeyIsRefused(@TempDir Path folder) throws SQLException, IOException {
    Path copy =
        Files.copy(
            reports.folder().resolve("gradeline.sqlite"), folder.resolve("gradeline.sqlite"));
    try (Connection changed = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = changed.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");

      assertThatThrownBy(
              () ->
                  statement.execute("UPDATE ratings SET framework = 'ilac' WHERE la_code = '340'"))
          .hasMessageContaining("FOREIGN KEY constraint failed");
      assertThatThrownBy(() -> statement.execute("UPDATE latest SET grade_rank = 'first'"))
          .hasMessageContaining("cannot store TEXT value in INTEGER column");
    }
  }

  @Test
  void aViewHasTheLabelOfEachKeyBesideIt() throws SQLException {
    assertThat(
            query(
                """
                SELECT council, framework_label, area_label, grade, grade_label
                FROM ratings_labelled
                WHERE la_code = '340' AND published_date = '2025-01-20' AND area = 'in_care'
                """))
        .containsExactly(
            "Knowsley | Inspection of local authority children's services | Children in care"
                + " | requires_improvement | Requires improvement");
    assertThat(
            query(
                """
                SELECT line_label, scope_label, grade_label, councils
                FROM distributions_labelled
                WHERE as_at = '2026-03-31' AND geography = 'England' AND line = 'headline'
                  AND grade = 'good_or_outstanding' AND scope = 'any'
                """))
        .singleElement()
        .asString()
        .startsWith("Overall effectiveness (headline) | ")
        .endsWith(" | Good or outstanding | 111");
    assertThat(
            query(
                "SELECT count(*) FROM latest_labelled WHERE grade IS NULL AND grade_label IS NULL"))
        .isEqualTo(query("SELECT count(*) FROM latest WHERE grade IS NULL"));
  }

  @Test
  void aViewHasAsManyRowsAsItsTable() throws SQLException {
    List<String> views = query("SELECT name FROM sqlite_schema WHERE type = 'view'");

    assertThat(views).contains("ratings_labelled", "latest_labelled", "movements_labelled");
    for (String view : views) {
      assertThat(query("SELECT count(*) FROM " + view))
          .as(view)
          .isEqualTo(query("SELECT count(*) FROM " + view.replace("_labelled", "")));
    }
  }

  @Test
  void councilsAreFoundByAnyOfTheirNames() throws SQLException {
    String search =
        "SELECT council FROM councils WHERE rowid IN (SELECT rowid FROM councils_fts WHERE"
            + " councils_fts MATCH '%s')";

    assertThat(query(search.formatted("kingston")))
        .containsExactlyInAnyOrder("Hull", "Kingston upon Thames");
    assertThat(query(search.formatted("chesh*")))
        .containsExactly("Cheshire East", "Cheshire West and Chester");
  }

  /** The query by which Datasette 0.65 and 1.0 find the table to search a table with. */
  @Test
  void datasetteFindsTheFullTextSearch() throws SQLException {
    assertThat(
            query(
                """
                SELECT name FROM sqlite_master
                WHERE rootpage = 0
                  AND (sql LIKE '%VIRTUAL TABLE%USING FTS%content="councils"%'
                    OR sql LIKE '%VIRTUAL TABLE%USING FTS%content=[councils]%'
                    OR (tbl_name = "councils" AND sql LIKE '%VIRTUAL TABLE%USING FTS%'))
                """))
        .containsExactly("councils_fts");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void rowsAreThoseOfTheCsvFileInItsOrderAndTyped(Table<?> table) throws SQLException {
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (CSVRecord row : reports.rows(table.path())) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        cells.add(typed(table.columns().get(i), row.get(i)));
      }
      expected.add(cells);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT * FROM " + table.name() + " ORDER BY rowid")) {
      while (result.next()) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= table.columns().size(); i++) {
          Object cell = result.getObject(i);
          cells.add(cell instanceof Integer whole ? Long.valueOf(whole) : cell);
        }
        rows.add(cells);
      }
    }

    assertThat(rows).isEqualTo(expected);
  }

  private static @Nullable Object typed(Column<?> column, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return switch (column.type()) {
      case INTEGER -> Long.valueOf(cell);
      case NUMBER, PERCENT -> Double.valueOf(cell);
      case TEXT, DAY, PARTIAL_DATE -> cell;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void columnsKeepNameTypeAndWhetherTheyMayBeBlank(Table<?> table) throws SQLException {
    assertThat(
            query("SELECT name, type, \"notnull\" FROM pragma_table_info('" + table.name() + "')"))
        .isEqualTo(
            table.columns().stream()
                .map(
                    column ->
                        String.join(
                            " | ",
                            column.name(),
                            switch (column.type()) {
                              case INTEGER -> "INTEGER";
                              case NUMBER, PERCENT -> "REAL";
                              case TEXT, DAY, PARTIAL_DATE -> "TEXT";
                            },
                            column.required() ? "1" : "0"))
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aTablesKeyIsItsPrimaryKey(Table<?> table) throws SQLException {
    assertThat(
            query(
                "SELECT name FROM pragma_table_info('"
                    + table.name()
                    + "') WHERE pk > 0 ORDER BY pk"))
        .isEqualTo(table.primaryKey());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void whatPeopleLookRowsUpByHasAnIndex(Table<?> table) throws SQLException {
    List<String> lookedUp = List.of("la_code", "line", "as_at", "published_date", "source");
    List<String> leading =
        query(
            "SELECT c.name FROM pragma_index_list('"
                + table.name()
                + "') AS i, pragma_index_info(i.name) AS c WHERE c.seqno = 0");

    assertThat(leading)
        .doesNotHaveDuplicates()
        .containsAll(table.header().stream().filter(lookedUp::contains).toList());
  }

  @Test
  void aQueryOfOneCouncilReadsAnIndex() throws SQLException {
    assertThat(query("EXPLAIN QUERY PLAN SELECT * FROM panel WHERE la_code = '340'").get(0))
        .contains("USING INDEX panel_la_code");
    assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void twoRunsGiveTheSameBytes(@TempDir Path again) {
    ProjectReports second = ProjectReports.run(again);

    assertThat(second.folder().resolve("gradeline.sqlite"))
        .hasSameBinaryContentAs(reports.folder().resolve("gradeline.sqlite"));
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      String[] cells = new String[result.getMetaData().getColumnCount()];
      while (result.next()) {
        for (int i = 0; i < cells.length; i++) {
          cells[i] = result.getString(i + 1);
        }
        rows.add(String.join(" | ", Arrays.asList(cells)));
      }
    }
    return rows;
  }
}
