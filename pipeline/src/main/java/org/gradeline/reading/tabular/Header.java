package org.gradeline.reading.tabular;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Layouts.Misfit;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table's header: still sought, found, or missing. A value: whoever reads a
 * later slice of the table starts with the header that its first rows gave. Immutable.
 */
public sealed interface Header {

  /** The header of a table of which nothing has been read. */
  static Header sought(Layouts layouts) {
    return new Sought(layouts, 0, null, 1, 0);
  }

  /**
   * For whoever wants to see a table without a layout: keeps its first rows, and is not a header.
   *
   * @param limit how many rows to keep
   */
  static Header survey(int limit) {
    return new Survey(limit, List.of());
  }

  /** Whether a row to come may be the header. */
  default boolean isSought() {
    return this instanceof Sought;
  }

  /** Whether the table has no header, so that none of its rows can be read. */
  default boolean isMissing() {
    return this instanceof Missing;
  }

  /** The table's layout; null while there is no header. */
  default @Nullable Layout layout() {
    return this instanceof Found found ? found.columns().layout() : null;
  }

  /** How far the row that came nearest is from a header, from 0. */
  default double distance() {
    return 0;
  }

  /** How many cells the row has that came nearest to a header. */
  default int width() {
    return 0;
  }

  /** Whether the header is known, and above a line of the table. */
  default boolean isAbove(long lineNumber) {
    return this instanceof Found found && found.columns().lineNumber() < lineNumber;
  }

  /**
   * A header.
   *
   * @param columns its columns
   */
  record Found(Columns columns) implements Header {
    @Override
    public int width() {
      return columns.width();
    }
  }

  /**
   * The first rows of a table, of which no header is sought.
   *
   * @param limit how many to keep
   * @param rows the rows so far
   */
  record Survey(int limit, List<List<String>> rows) implements Header {
    /** With one more row; a row more than the limit is not looked at. */
    Survey after(Row row) {
      return isSought()
          ? new Survey(limit, Stream.concat(rows.stream(), Stream.of(row.cells())).toList())
          : this;
    }

    /** After a place whose cells cannot be read: the header may be in it. */
    Header after(Unreadable place) {
      return rows.isEmpty() ? new Missing(place, 0, 0) : this;
    }

    @Override
    public boolean isSought() {
      return rows.size() < limit;
    }
  }

  /**
   * No header.
   *
   * @param fault what is reported of the table
   * @param distance how far the row that came nearest is from a header, from 0
   * @param width how many cells that row has
   */
  record Missing(Unreadable fault, double distance, int width) implements Header {}

  /**
   * No header yet.
   *
   * @param layouts the layouts that the table can have
   * @param preambleRows how many rows are above what comes next, without blank ones
   * @param nearest what is reported if there is no header: the fault of the row that came nearest
   * @param distance how far that row is from a header, from 0
   * @param width how many cells that row has
   */
  record Sought(
      Layouts layouts, int preambleRows, @Nullable Unreadable nearest, double distance, int width)
      implements Header {

    /** After a row, which may be the header. */
    Header after(Row row) {
      List<String> names = Columns.names(row);
      Layout layout = layouts.find(names, preambleRows);
      if (layout == null) {
        Misfit misfit = layouts.nearest(names);
        return without(unknownLayout(row.lineNumber(), misfit), misfit.share(), row.width());
      }
      Columns columns = new Columns(layout, row, layouts.separatorInWords());
      if (!columns.repeated().isEmpty()) {
        return without(repeated(row.lineNumber(), columns), 0, row.width());
      }
      Map.Entry<String, String> slip = columns.slip();
      return slip == null
          ? new Found(columns)
          : without(misspelt(row.lineNumber(), slip.getKey(), slip.getValue()), 0, row.width());
    }

    /** After a place whose cells cannot be read: the header may be in it. */
    Header after(Unreadable place) {
      return without(place, 0, 0);
    }

    private Header without(Unreadable fault, double distance, int width) {
      boolean nearer = nearest == null || distance < this.distance;
      Sought next =
          new Sought(
              layouts,
              preambleRows + 1,
              nearer ? fault : nearest,
              nearer ? distance : this.distance,
              nearer ? width : this.width);
      return next.preambleRows > layouts.maxPreambleRows() ? next.atEnd() : next;
    }

    /** When no row can be the header any more. A table without rows has no fault. */
    Header atEnd() {
      return nearest == null
          ? this
          : new Missing(
              nearest
                  .withRaw("")
                  .withMessage(nearest.message() + "; none of the file's rows was read"),
              distance,
              width);
    }

    private static Unreadable repeated(long lineNumber, Columns columns) {
      return new Unreadable(
          lineNumber,
          Rule.UNREADABLE_FILE,
          String.join(", ", columns.repeated()),
          "the header has a column twice",
          "Rename or remove one of the two.",
          "");
    }

    private static Unreadable misspelt(long lineNumber, String name, String meant) {
      return new Unreadable(
          lineNumber,
          Rule.UNKNOWN_COLUMN,
          name,
          "the column '" + name + "' is not known (did you mean '" + meant + "'?)",
          "Rename it '"
              + meant
              + "'. If it is something else, give it another name, or leave it out in a layout of"
              + " the file.",
          "");
    }

    private Unreadable unknownLayout(long lineNumber, Misfit misfit) {
      boolean tooLow = misfit.missing().isEmpty();
      return new Unreadable(
          lineNumber,
          Rule.UNKNOWN_LAYOUT,
          "",
          tooLow ? tooManyRowsAbove(misfit) : lacking(misfit),
          tooLow
              ? "Remove rows above the header, or allow more of them in the layout."
              : "Add the columns, or describe the file in a layout: 'gradeline check --input FILE"
                  + " --suggest-layout' prints one to start from.",
          "");
    }

    private static String tooManyRowsAbove(Misfit misfit) {
      return "there are more rows above the header than the layout "
          + misfit.nearest().key()
          + " allows";
    }

    private String lacking(Misfit misfit) {
      String nearest = misfit.nearest().key();
      String header =
          "the header"
              + (layouts.isUnusual()
                  ? ", with " + layouts.separatorInWords() + " between its cells,"
                  : "");
      return layouts.offered().size() == 1
          ? header + " does not match the layout " + nearest + ": it lacks " + misfit.inWords()
          : header
              + " does not match any known layout; the nearest is "
              + nearest
              + ", for which it lacks "
              + misfit.inWords();
    }
  }
}
