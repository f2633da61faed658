package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;

/** A published table as one of Tablesaw's, for whoever analyses it. */
class PublishedTablesTest {
  private record Row(String laCode, LocalDate day, long councils, double percent) {}

  private static final Table<Row> TABLE =
      Table.of(
          "shares",
          "Shares.",
          List.of(
              Column.text("la_code", Row::laCode, "The code."),
              Column.day("as_at", Row::day, "The day."),
              Column.integer("councils", Row::councils, "Councils."),
              Column.percent("percent", Row::percent, "A share.")));

  private final Path reports;

  PublishedTablesTest(@TempDir Path reports) {
    this.reports = reports;
  }

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(reports.resolve("tables"));
  }

  private void write(String rows) throws IOException {
    Files.writeString(reports.resolve(TABLE.path()), "la_code,as_at,councils,percent\n" + rows);
  }

  @Test
  void eachColumnHasItsTypeAndCodesKeepTheirZeros() throws IOException {
    write("020,2024-03-31,151,60.2649\n931,2024-03-31,,\n");

    tech.tablesaw.api.Table table = new PublishedTables(reports).table(TABLE);

    assertThat(table.name()).isEqualTo("shares");
    assertThat(table.columnNames()).isEqualTo(TABLE.header());
    assertThat(table.types())
        .containsExactly(
            ColumnType.STRING, ColumnType.LOCAL_DATE, ColumnType.LONG, ColumnType.DOUBLE);
    assertThat(table.stringColumn("la_code")).containsExactly("020", "931");
    assertThat(table.dateColumn("as_at").get(0)).isEqualTo("2024-03-31");
    assertThat(table.longColumn("councils").isMissing(1)).isTrue();
    assertThat(table.numberColumn("percent").mean()).isEqualTo(60.2649);
  }

  @Test
  void aCellThatIsNoValueOfItsColumnIsNamed() throws IOException {
    write("340,2024-03-31,many,1\n");

    assertThatThrownBy(() -> new PublishedTables(reports).table(TABLE))
        .isInstanceOf(UnreadableTableException.class)
        .hasMessageContaining("'many' is not a value of the column 'councils'");
  }
}
