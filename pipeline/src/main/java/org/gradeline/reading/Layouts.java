package org.gradeline.reading;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The layouts that files can have.
 *
 * @param own the layout in which columns and keys are named by fields and areas themselves
 * @param offered layouts that a table can have, in the order in which they are tried
 * @param separator what stands between the cells of the table
 */
public record Layouts(Layout own, List<Layout> offered, char separator) implements Serializable {
  private static final char COMMA = ',';

  /** The layouts of tables whose cells are separated by commas, or are cells of their own. */
  public Layouts(Layout own, List<Layout> offered) {
    this(own, offered, COMMA);
  }

  /**
   * A header that matches no layout, and the layout that it is nearest to.
   *
   * @param nearest the nearest layout
   * @param missing what the header lacks to match it
   */
  public record Misfit(Layout nearest, List<Requirement> missing) {
    /** The share of what the layout asks for that is missing. */
    public double share() {
      return (double) missing.size() / Math.max(1, nearest.required().size());
    }

    /** What is missing, for a message. */
    public String inWords() {
      return missing.stream().map(Requirement::label).collect(Collectors.joining("', '", "'", "'"));
    }
  }

  /** Those that a table can have whose cells are separated like this. */
  public Layouts separatedBy(char other) {
    List<Layout> fitting =
        offered.stream()
            .filter(layout -> layout.separator() == null || layout.separator() == other)
            .toList();
    return new Layouts(own, fitting, other);
  }

  /** The same of a table that says by itself how its cells are separated. */
  public Layouts declaredBy(char other) {
    return new Layouts(own, offered, other);
  }

  /** What stands between the cells of the table, for a message. */
  public String separatorInWords() {
    return switch (separator) {
      case COMMA -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "vertical bars";
      default -> "'" + separator + "'";
    };
  }

  /** Whether the cells are separated by something else than commas. */
  public boolean isUnusual() {
    return separator != COMMA;
  }

  /** The program's own layout alone. */
  static Layouts only(Layout layout) {
    return new Layouts(layout, List.of(layout));
  }

  /** How many rows may be above a header. */
  public int maxPreambleRows() {
    return offered.stream().mapToInt(Layout::preambleRows).max().orElse(0);
  }

  /**
   * The layout of a header: of those that it has everything for, the one that knows most of its
   * columns. Null when there is none.
   *
   * @param header names of columns
   * @param preambleRows how many rows are above it
   */
  public @Nullable Layout find(List<String> header, int preambleRows) {
    Layout found = null;
    for (Layout layout : offered) {
      if (preambleRows <= layout.preambleRows()
          && layout.missing(header).isEmpty()
          && (found == null || layout.known(header) > found.known(header))) {
        found = layout;
      }
    }
    return found;
  }

  /** The layout that a header is nearest to. */
  public Misfit nearest(List<String> header) {
    return offered.stream()
        .map(layout -> new Misfit(layout, layout.missing(header)))
        .min(Comparator.comparingDouble(Misfit::share))
        .orElseThrow();
  }
}
