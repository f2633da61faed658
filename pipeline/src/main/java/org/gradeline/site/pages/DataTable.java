package org.gradeline.site.pages;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradeline.site.charts.GradeMark;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;
import org.jspecify.annotations.Nullable;

/**
 * A table on a page, of rows of a published table. Every cell says which column it is from and what
 * stands there, so that whoever doubts a number can look it up. Immutable.
 *
 * @param caption what it shows
 * @param file the published table, from the reports folder
 * @param keys the columns that tell a row of it from others, with a space between them
 * @param heads its columns
 * @param rows its rows
 */
public record DataTable(
    String caption, String file, String keys, List<Head> heads, List<Row> rows) {

  /**
   * A column.
   *
   * @param label its name on the page
   * @param column its name in the published table; empty when it has none
   * @param number whether it is aligned as numbers are
   */
  public record Head(String label, String column, boolean number) {}

  /**
   * A row.
   *
   * @param key which row of the published table it is: the cells of its keys, with a bar between
   *     them, such as {@code 340|leadership}; empty when it is made of several
   * @param cells its cells, in the order of the columns
   */
  public record Row(String key, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param text what is shown
   * @param value the value in the published table; empty when the cell is made for the page
   * @param href where its text leads; empty when nowhere
   * @param mark the grade that it shows; null when it shows none
   * @param svg a picture in place of the text; empty without one
   */
  public record Cell(String text, String value, String href, @Nullable GradeMark mark, String svg) {
    static final Cell BLANK = of("", "");

    static Cell of(String text, String value) {
      return new Cell(text, value, "", null, "");
    }

    static Cell grade(GradeMark mark, String value) {
      return new Cell(mark.label(), value, "", mark, "");
    }

    static Cell drawn(String svg) {
      return new Cell("", "", "", null, svg);
    }

    Cell linked(String to) {
      return new Cell(text, value, to, mark, svg);
    }

    /** Whether the text or the grade says the value, so that the page need not say it again. */
    public boolean isPlain() {
      return value.isEmpty() || value.equals(text) || mark != null;
    }
  }

  /**
   * A column with the way in which it is made from a row.
   *
   * @param head the column
   * @param cell its cell of a row
   */
  public record Show(Head head, Function<PublishedRow, Cell> cell) {

    static Show text(String label, String column) {
      return new Show(
          new Head(label, column, false), row -> Cell.of(row.text(column), row.text(column)));
    }

    /** A text that is made for the page. */
    static Show made(String label, Function<PublishedRow, String> text) {
      return new Show(new Head(label, "", false), row -> Cell.of(text.apply(row), ""));
    }

    /** A date, written out. */
    static Show date(String label, String column) {
      return new Show(
          new Head(label, column, false), row -> Cell.of(Words.date(row.text(column)), ""));
    }

    /** A number as it stands in the table. */
    static Show number(String label, String column) {
      return new Show(
          new Head(label, column, true), row -> Cell.of(row.text(column), row.text(column)));
    }

    static Show percent(String label, String column) {
      return new Show(
          new Head(label, column, true),
          row ->
              Cell.of(
                  row.isBlank(column) ? "" : Words.percent(row.number(column)), row.text(column)));
    }

    static Show grade(String label, String column, Function<PublishedRow, GradeMark> mark) {
      return new Show(
          new Head(label, column, false),
          row -> row.isBlank(column) ? Cell.BLANK : Cell.grade(mark.apply(row), row.text(column)));
    }

    /** The same column with a link in each cell; none where the link is empty. */
    Show linked(Function<PublishedRow, String> href) {
      return new Show(head, row -> cell.apply(row).linked(href.apply(row)));
    }
  }

  /**
   * A table of rows.
   *
   * @param keys the columns that tell a row from others
   */
  static DataTable of(
      String caption, String file, List<PublishedRow> rows, List<String> keys, List<Show> columns) {
    return new DataTable(
        caption,
        file,
        String.join(" ", keys),
        columns.stream().map(Show::head).toList(),
        rows.stream()
            .map(
                row ->
                    new Row(
                        keys.stream().map(row::text).collect(Collectors.joining("|")),
                        columns.stream().map(column -> column.cell().apply(row)).toList()))
            .toList());
  }
}
