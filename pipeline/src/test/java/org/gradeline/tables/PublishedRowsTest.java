package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.reference.ProjectData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The rows of a published table are read")
class PublishedRowsTest {
  private static final Table<?> CONTEXT = Catalogue.of(ProjectData.reference()).table("context");
  private static final String HEADER = "year,la_code,council,measure,value,mark\n";

  @TempDir private Path reports;

  private List<PublishedRow> read(String rows, Charset charset) throws IOException {
    Path file = reports.resolve(CONTEXT.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + rows, charset);
    return new PublishedTables(reports).first(CONTEXT, Long.MAX_VALUE);
  }

  private List<PublishedRow> read(String rows) throws IOException {
    return read(rows, StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("with numbers, blanks, and the row as it is printed")
  void plain() throws IOException {
    String line = "2012,340,Knowsley,population_0_17,32492.5,";
    PublishedRow row = read(line + "\n").get(0);
    assertThat(row.line()).isEqualTo(line);
    assertThat(row.integer("year")).isEqualTo(2012);
    assertThat(row.number("value")).isEqualTo(32492.5);
    assertThat(row.isBlank("mark")).isTrue();
    assertThat(row.text("mark")).isEmpty();
  }

  @Test
  @DisplayName("so that a cell can be compared where it stands")
  void compared() throws IOException {
    Path file = reports.resolve(CONTEXT.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + "2012,340,Knowsley,population,1,\n2013,3400,Ynys Môn,m,,x");
    try (PublishedRows rows = new PublishedTables(reports).rows(CONTEXT)) {
      rows.next();
      assertThat(rows.is("year", "2012")).isTrue();
      assertThat(rows.is("la_code", "34")).isFalse();
      assertThat(rows.is("la_code", "3400")).isFalse();
      assertThat(rows.is("mark", "")).isTrue();
      rows.next();
      assertThat(rows.is("la_code", "3400")).isTrue();
      assertThat(rows.is("council", "Ynys Môn")).isTrue();
      assertThat(rows.is("mark", "x")).isTrue();
    }
  }

  @Test
  @DisplayName("without the quotes around cells, with commas, quotes and line ends inside")
  void quoted() throws IOException {
    List<PublishedRow> rows =
        read(
            "2012,801,\"Bristol, City of\",\"a \"\"b\"\"\n"
                + "c\",\"\",\"\"\"\"\r\n"
                + "2013,340,a\"b\"c,m,1,");
    assertThat(rows.get(0).text("council")).isEqualTo("Bristol, City of");
    assertThat(rows.get(0).text("measure")).isEqualTo("a \"b\"\nc");
    assertThat(rows.get(0).isBlank("value")).isTrue();
    assertThat(rows.get(0).text("mark")).isEqualTo("\"");
    assertThat(rows.get(1).text("council")).isEqualTo("a\"b\"c");
  }

  @Test
  @DisplayName("however long they are, and in any script")
  void longRows() throws IOException {
    String name = "Ynys Môn – 名 ".repeat(10_000);
    List<PublishedRow> rows =
        read(("2012,340," + name + ",m,1,\n").repeat(3) + "2013,340,Knowsley,m,2,");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2).text("council")).isEqualTo(name);
    assertThat(rows.get(3).text("council")).isEqualTo("Knowsley");
  }

  @Test
  @DisplayName("until one is none, and its line is named")
  void notRows() {
    String good = "2012,340,Knowsley,m,1,\n";
    assertThatThrownBy(() -> read(good + "2012,340\n"))
        .hasMessageContaining("tables/context.csv:3: the row has 2 cells");
    assertThatThrownBy(() -> read(good + "2012,340,\"Knowsley\"x,m,1,\n"))
        .hasMessageContaining("context.csv:3: the row cannot be read (its quotes are not those");
    assertThatThrownBy(() -> read(good + "2012,340,\"Knowsley,m,1,\n"))
        .hasMessageContaining("context.csv:3: the row cannot be read (its quotes are not closed)");
    assertThatThrownBy(() -> read(good + "2012,340,M\u00f4n,m,1,\n", StandardCharsets.ISO_8859_1))
        .hasMessageContaining("context.csv:3: the row is not UTF-8");
  }

  @Test
  @DisplayName("and a cell that is no number is named with its column")
  void notNumbers() throws IOException {
    PublishedRow row = read("soon,340,Knowsley,m,many,\n").get(0);
    for (Runnable asked : List.<Runnable>of(() -> row.integer("year"), () -> row.day("year"))) {
      assertThatThrownBy(asked::run)
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseInstanceOf(UnreadableTableException.class)
          .hasMessageContaining("context.csv:2: 'soon' is not a value of the column 'year'");
    }
    assertThatThrownBy(() -> row.number("value"))
        .hasMessageContaining("'many' is not a value of the column 'value'");
  }
}
