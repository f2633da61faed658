package org.gradeline.publishing.revisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TableAssembly;
import org.gradeline.storage.Location;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.RatingsTable;
import org.gradeline.tables.Revision;
import org.gradeline.tables.RevisionsTable;
import org.gradeline.tables.Table;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableParts;
import org.gradeline.tables.UnreadableTableException;

/**
 * The table of what the ratings of one reports folder add, change and remove against those of
 * another. Both are read side by side, a council at a time, and what is found is written as it
 * comes, so that neither need fit into memory.
 */
public final class Revisions {
  private static final Table<Revision> TABLE = RevisionsTable.TABLE;
  private static final String PART = "ratings";

  private Revisions() {}

  /**
   * The revisions of reports.
   *
   * @param totals how many there are
   * @param parts the parts of the table
   */
  public record Found(RevisionTotals totals, List<TablePart> parts) {
    public Found {
      parts = List.copyOf(parts);
    }

    private static Found none(RevisionTotals totals) {
      return new Found(totals, List.of());
    }
  }

  /**
   * Compares two reports folders and writes the table into a third.
   *
   * @param target where the table is made, under its path in the reports
   * @throws NoSuchFileException when a folder has no ratings
   * @throws org.gradeline.tables.UnreadableTableException when ratings cannot be read
   */
  public static RevisionTotals between(Path older, Path newer, Path target) throws IOException {
    Found found = write(older, newer, Location.of(target.resolve("parts")));
    try (TableAssembly assembly = new TableAssembly(target)) {
      assembly.fromParts(TABLE, found.parts());
    }
    return found.totals();
  }

  /**
   * Compares the staged ratings of a run with those of the reports that it replaces, and writes
   * parts of the table. Earlier ratings that cannot be read are as good as none.
   *
   * @param parts folder of the parts
   * @param totals the run's totals
   */
  public static Found of(Path staged, Path replaced, Location parts, RunTotals totals)
      throws IOException {
    Path earlier = replaced.resolve(RatingsTable.TABLE.path());
    if (!new PublishedTables(replaced).has(RatingsTable.TABLE)) {
      return Found.none(RevisionTotals.NO_EARLIER_REPORTS);
    }
    if (!Files.isReadable(earlier)) {
      return Found.none(
          RevisionTotals.unreadable(RatingsTable.TABLE.path() + ": permission denied"));
    }
    try {
      if (Files.mismatch(earlier, staged.resolve(RatingsTable.TABLE.path())) < 0) {
        return Found.none(RevisionTotals.none(totals.rows("ratings")));
      }
      return write(replaced, staged, parts);
    } catch (NoSuchFileException e) {
      // Whoever only checks holds no lock: a run may be putting its reports in place.
      return Found.none(RevisionTotals.NO_EARLIER_REPORTS);
    } catch (UnreadableTableException e) {
      if (e.reports().equals(staged)) {
        throw new IOException(e);
      }
      return Found.none(RevisionTotals.unreadable(e.reason()));
    }
  }

  private static Found write(Path older, Path newer, Location parts) throws IOException {
    RevisionTotals.Counter counter = new RevisionTotals.Counter();
    try (PublishedRatings before = PublishedRatings.open(new PublishedTables(older));
        PublishedRatings after = PublishedRatings.open(new PublishedTables(newer));
        TableParts part = new TableParts(parts, PART)) {
      RatingComparison.between(
          before,
          after,
          revision -> {
            counter.count(revision);
            // A section a kind: the table is in the order of the kinds before that of the councils.
            part.rows(TABLE, revision.kind().key()).write(revision);
            part.relieve();
          });
      return new Found(counter.totals(before.count()), part.finish());
    }
  }
}
