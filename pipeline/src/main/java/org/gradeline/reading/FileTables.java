package org.gradeline.reading;

import java.util.List;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a file.
 *
 * @param tables those that are read on their own, such as sheets
 * @param leftOut what is not read of the file, and why
 * @param asWhole whether the file is also read as a whole: for its records, or to say what is wrong
 *     with it
 */
public record FileTables(List<Table> tables, List<LeftOut> leftOut, boolean asWhole) {
  /** Those of a file that is a table itself. */
  static final FileTables ONE = new FileTables(List.of(), List.of(), true);

  /**
   * A table.
   *
   * @param name its name in the file
   * @param layout its layout; null when its header is not sound, as its reading says
   */
  public record Table(String name, @Nullable Layout layout) {}
}
