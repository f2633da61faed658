package org.gradeline.reading.tabular;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;

/**
 * Reads a table, wide or long, row by row: finds its header below the rows that may be above it,
 * and turns each further row into a record. A faulty row is rejected alone; a table without a
 * header is one unreadable place. Not thread safe.
 *
 * <pre>{@code
 * TabularReader table = new TabularReader(Header.sought(layouts), entries, cells -> ...);
 * for (Row row : rows) {
 *   table.read(row);
 * }
 * table.end();
 * }</pre>
 */
public final class TabularReader {
  private final Consumer<? super RawEntry> entries;
  private final Function<List<String>, String> quoting;
  private final Set<String> unknown = new TreeSet<>();
  private Header header;

  /**
   * @param header what is known of the header before the first row
   * @param entries takes each record and each unreadable place
   * @param quoting writes cells as one text, as the table's format would
   */
  public TabularReader(
      Header header, Consumer<? super RawEntry> entries, Function<List<String>, String> quoting) {
    this.header = header;
    this.entries = entries;
    this.quoting = quoting;
  }

  /** What is known of the header. */
  public Header header() {
    return header;
  }

  /** Columns that the layout does not know, in the order of their names. */
  public Set<String> unknownColumns() {
    if (header instanceof Header.Found found) {
      unknown.addAll(found.columns().unknown());
    }
    return unknown;
  }

  /** Reads the next row. */
  public void read(Row row) {
    if (row.isBlank()) {
      return;
    }
    if (header instanceof Header.Found found) {
      read(row, found.columns());
    } else if (header instanceof Header.Sought sought) {
      goOn(sought.after(row));
    } else if (header instanceof Header.Survey survey) {
      header = survey.after(row);
    }
  }

  private void read(Row row, Columns columns) {
    if (!columns.fits(row)) {
      entries.accept(wrongWidth(row, columns));
      return;
    }
    if (row.isNote()) {
      entries.accept(note(row));
      return;
    }
    if (columns.hasNameless()) {
      unknown.addAll(columns.namelessIn(row));
    }
    entries.accept(
        new RawRecord(
            row.lineNumber(),
            columns.layout(),
            columns.fields(row),
            columns.judgements(row),
            List.of(),
            () -> shown(row, columns),
            row.width() < columns.width() ? columns.remarks(row) : List.of()));
  }

  private static Unreadable wrongWidth(Row row, Columns columns) {
    String cells = ShownText.counted(row.width(), "cell");
    return new Unreadable(
        row.lineNumber(),
        Rule.MALFORMED_ROW,
        cells,
        "the row has " + cells + ", but the header has " + columns.width(),
        "Give every column a cell, and put quotes around cells that have "
            + columns.separator()
            + ".",
        ShownText.size(row.width(), row.text().get()));
  }

  private static Unreadable note(Row row) {
    return new Unreadable(
        row.lineNumber(),
        Rule.MALFORMED_ROW,
        "1 filled cell",
        "only one cell of the row is filled, with more than one word: it is a note and not a"
            + " record",
        "Remove the note, or fill in the record.",
        ShownText.size(row.width(), row.text().get()));
  }

  private String shown(Row row, Columns columns) {
    return ShownText.of(columns.allShown() ? row.text().get() : quoting.apply(columns.shown(row)));
  }

  /**
   * Rejects a place whose cells cannot be read. Where the header should be, it may cost the whole
   * table.
   */
  public void reject(Unreadable place) {
    if (header instanceof Header.Found) {
      entries.accept(place);
    } else if (header instanceof Header.Sought sought) {
      goOn(sought.after(place));
    } else if (header instanceof Header.Survey survey) {
      header = survey.after(place);
    }
  }

  /** The table has no more rows. */
  public void end() {
    if (header instanceof Header.Sought sought) {
      goOn(sought.atEnd());
    }
  }

  private void goOn(Header next) {
    header = next;
    if (next instanceof Header.Missing missing) {
      entries.accept(missing.fault());
    } else if (next instanceof Header.Found found) {
      found.columns().repairs().forEach(entries);
    }
  }
}
