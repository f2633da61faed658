package org.gradeline.publishing.revisions;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.RatingsTable;
import org.gradeline.tables.UnreadableTableException;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of a reports folder, read council by council, so that one council's are in memory at
 * a time. Not thread safe.
 */
final class PublishedRatings implements Closeable {
  private static final List<String> COLUMNS =
      List.of("la_code", "council", "framework", "published_date", "area", "grade");

  private final PublishedRows rows;
  private @Nullable PublishedRating next;
  private long count;

  private PublishedRatings(PublishedRows rows) throws UnreadableTableException {
    this.rows = rows;
    this.next = read("");
  }

  /**
   * Opens the ratings of a reports folder.
   *
   * @throws java.nio.file.NoSuchFileException when the folder has none
   * @throws UnreadableTableException when the file is not a table of ratings
   */
  static PublishedRatings open(PublishedTables tables) throws IOException {
    PublishedRows rows = tables.rows(RatingsTable.TABLE, COLUMNS);
    try {
      return new PublishedRatings(rows);
    } catch (UnreadableTableException e) {
      rows.close();
      throw e;
    }
  }

  /** The code of the council whose ratings come next; null when there are no more. */
  @Nullable String laCode() {
    return next == null ? null : next.laCode();
  }

  /** The ratings of the council that comes next; none when there are no more. */
  List<PublishedRating> take() throws UnreadableTableException {
    List<PublishedRating> council = new ArrayList<>();
    for (PublishedRating rating = next; rating != null; rating = next) {
      if (!council.isEmpty() && !council.get(0).laCode().equals(rating.laCode())) {
        break;
      }
      council.add(rating);
      next = read(rating.laCode());
    }
    return council;
  }

  /** How many ratings were taken or come next. */
  long count() {
    return count;
  }

  private @Nullable PublishedRating read(String laCodeBefore) throws UnreadableTableException {
    if (!rows.next()) {
      return null;
    }
    PublishedRating rating =
        new PublishedRating(
            rows.text("la_code"),
            rows.text("council"),
            rows.text("framework"),
            rows.text("published_date"),
            rows.text("area"),
            rows.text("grade"));
    // Two tables can be read side by side only when both are in order.
    if (rating.laCode().compareTo(laCodeBefore) < 0) {
      throw rows.unreadable("la_code '" + rating.laCode() + "' comes after '" + laCodeBefore + "'");
    }
    if (rating.laCode().isEmpty() || rating.grade().isEmpty()) {
      throw rows.unreadable("la_code or grade is blank");
    }
    count++;
    return rating;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
