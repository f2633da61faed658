package org.gradeline.publishing.revisions;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.tables.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of a reports folder, read council by council, so that one council's are in memory at
 * a time. Not thread safe.
 */
final class PublishedRatings implements Closeable {
  /** The file, in a reports folder. */
  static final String FILE = "tables/ratings.csv";

  private static final List<String> COLUMNS =
      List.of("la_code", "council", "framework", "published_date", "area", "grade");

  private final Path reports;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private @Nullable PublishedRating next;
  private long count;

  private PublishedRatings(Path reports, CSVParser parser) throws UnreadableRatingsException {
    this.reports = reports;
    this.parser = parser;
    this.rows = parser.iterator();
    this.next = read("");
  }

  /** The table of ratings of a reports folder. */
  static Path in(Path reports) {
    return reports.resolve(FILE);
  }

  /**
   * Opens the ratings of a reports folder.
   *
   * @throws UnreadableRatingsException when the file is no table of ratings
   */
  static PublishedRatings open(Path reports) throws IOException, UnreadableRatingsException {
    Reader reader = Files.newBufferedReader(in(reports), StandardCharsets.UTF_8);
    try {
      CSVParser parser = CSVParser.builder().setReader(reader).setFormat(RowWriter.BY_NAME).get();
      for (String column : COLUMNS) {
        if (!parser.getHeaderNames().contains(column)) {
          throw unreadable(reports, 1, "the column '" + column + "' is missing");
        }
      }
      return new PublishedRatings(reports, parser);
    } catch (IOException | IllegalArgumentException e) {
      reader.close();
      throw unreadable(reports, 1, "the header " + reason(e));
    } catch (UnreadableRatingsException e) {
      reader.close();
      throw e;
    }
  }

  /** The code of the council whose ratings come next; null when there are no more. */
  @Nullable String laCode() {
    return next == null ? null : next.laCode();
  }

  /** The ratings of the council that comes next; none when there are no more. */
  List<PublishedRating> take() throws UnreadableRatingsException {
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

  private @Nullable PublishedRating read(String laCodeBefore) throws UnreadableRatingsException {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      if (!rows.hasNext()) {
        return null;
      }
      CSVRecord row = rows.next();
      if (!row.isConsistent()) {
        throw unreadable(line, "the row has " + row.size() + " cells");
      }
      PublishedRating rating =
          new PublishedRating(
              row.get("la_code"),
              row.get("council"),
              row.get("framework"),
              row.get("published_date"),
              row.get("area"),
              row.get("grade"));
      // Two tables can be read side by side only when both are in order.
      if (rating.laCode().compareTo(laCodeBefore) < 0) {
        throw unreadable(
            line, "la_code '" + rating.laCode() + "' stands after '" + laCodeBefore + "'");
      }
      if (rating.laCode().isEmpty() || rating.grade().isEmpty()) {
        throw unreadable(line, "la_code or grade is blank");
      }
      count++;
      return rating;
    } catch (UncheckedIOException e) {
      throw unreadable(line, "the row " + reason(Objects.requireNonNull(e.getCause())));
    }
  }

  private UnreadableRatingsException unreadable(long line, String what) {
    return unreadable(reports, line, what);
  }

  private static UnreadableRatingsException unreadable(Path reports, long line, String what) {
    return new UnreadableRatingsException(reports, FILE + ":" + line + ": " + what);
  }

  private static String reason(Exception e) {
    return e instanceof CharacterCodingException
        ? "is not UTF-8"
        : "cannot be read (" + e.getMessage() + ")";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
