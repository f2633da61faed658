package org.gradeline.publishing.revisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TableAssembly;
import org.gradeline.tables.RevisionsTable;
import org.gradeline.tables.TableParts;

/**
 * The table of what the ratings of one reports folder add, change and remove against those of
 * another. Both are read side by side, a council at a time, and what is found is written as it
 * comes, so that neither need fit into memory.
 */
public final class Revisions {
  private static final RevisionsTable TABLE = new RevisionsTable();
  private static final String PART = "ratings";

  private Revisions() {}

  /**
   * Compares two reports folders and writes the table into a third.
   *
   * @param target where the table is made, under its path in the reports
   * @throws NoSuchFileException when a folder has no ratings
   * @throws UnreadableRatingsException when ratings cannot be read
   */
  public static RevisionTotals between(Path older, Path newer, Path target)
      throws IOException, UnreadableRatingsException {
    Path parts = target.resolve("parts");
    RunTotals rows = new RunTotals();
    RevisionTotals totals = write(older, newer, parts, rows);
    new TableAssembly(parts, target).fromParts(TABLE.schema(), rows);
    return totals;
  }

  /**
   * Compares the staged ratings of a run with those of the reports that it replaces, and writes
   * parts of the table. Earlier ratings that cannot be read are as good as none.
   *
   * @param totals the run's totals, which get the rows
   */
  public static RevisionTotals of(Path staged, Path replaced, Path parts, RunTotals totals)
      throws IOException {
    Path earlier = PublishedRatings.in(replaced);
    if (!Files.isRegularFile(earlier)) {
      return RevisionTotals.NO_EARLIER_REPORTS;
    }
    if (!Files.isReadable(earlier)) {
      return RevisionTotals.unreadable(PublishedRatings.FILE + ": permission denied");
    }
    try {
      if (Files.mismatch(earlier, PublishedRatings.in(staged)) < 0) {
        return RevisionTotals.none(totals.rows("ratings"));
      }
      return write(replaced, staged, parts, totals);
    } catch (NoSuchFileException e) {
      // Whoever only checks holds no lock: a run may be putting its reports in place.
      return RevisionTotals.NO_EARLIER_REPORTS;
    } catch (UnreadableRatingsException e) {
      if (e.reports().equals(staged)) {
        throw new IOException(e);
      }
      return RevisionTotals.unreadable(e.reason());
    }
  }

  private static RevisionTotals write(Path older, Path newer, Path parts, RunTotals rows)
      throws IOException, UnreadableRatingsException {
    RevisionTotals.Counter counter = new RevisionTotals.Counter();
    try (PublishedRatings before = PublishedRatings.open(older);
        PublishedRatings after = PublishedRatings.open(newer);
        TableParts part = new TableParts(parts, PART)) {
      RatingComparison.between(
          before,
          after,
          revision -> {
            counter.count(revision);
            // A section a kind: the table is in the order of the kinds before that of the councils.
            TABLE.write(revision, part.rows(TABLE.schema(), revision.kind().key()));
          });
      rows.addRows(part.finish());
      return counter.totals(before.count());
    }
  }
}
