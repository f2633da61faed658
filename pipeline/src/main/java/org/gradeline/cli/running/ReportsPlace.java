package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.Source;
import org.gradeline.storage.ReportsLocation;

/**
 * Where a run's reports are to be, which must be apart from what it reads: a run replaces the
 * folder as a whole.
 *
 * @param named the folder as the user names it
 * @param reports the folder without links
 */
public record ReportsPlace(Path named, Path reports) {
  /**
   * The place of a reports folder.
   *
   * @throws org.gradeline.storage.UnfitFolderException when there can be none
   */
  public static ReportsPlace of(Path named) throws IOException {
    return new ReportsPlace(named, ReportsLocation.of(named).reports());
  }

  /**
   * Makes sure that the reports are apart from the data.
   *
   * @param data the data folder
   * @param folders the folders of records that the run reads
   * @param sources the files that it reads
   * @throws UsageException when they are not
   */
  public void requireApart(Path data, List<Path> folders, List<Source> sources)
      throws UsageException, IOException {
    if (contains(data)) {
      throw refused(
          "the data folder " + data + " is inside it, and a run replaces the folder as a whole");
    }
    for (Source source : sources) {
      if (contains(Path.of(source.path()))) {
        throw refused(
            "the run reads "
                + source.path()
                + ", which is inside it, and a run replaces the folder as a whole");
      }
    }
    for (Path folder : folders) {
      if (reports.startsWith(folder.toRealPath())) {
        throw refused(
            "it is inside " + folder + ", so that the next run would read the reports as records");
      }
    }
  }

  private boolean contains(Path path) throws IOException {
    return Files.exists(path) && path.toRealPath().startsWith(reports);
  }

  private UsageException refused(String reason) {
    return new UsageException("--reports " + named + ": " + reason + ". Name another folder.");
  }
}
