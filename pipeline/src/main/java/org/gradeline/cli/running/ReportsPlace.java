package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.InputPattern;
import org.gradeline.reading.Source;
import org.gradeline.storage.Location;
import org.gradeline.storage.ReportsLocation;
import org.gradeline.storage.ReportsManifest;

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
      Location file = Location.of(source.path());
      if (file.isLocal() && contains(file.path())) {
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

  /**
   * Makes sure that no pattern names the reports, which the next run would read as records.
   *
   * @param patterns what {@code --input} gives
   * @param tables the paths of the tables that the run makes
   * @throws UsageException when one does
   */
  public void requireNotNamed(List<String> patterns, List<String> tables)
      throws UsageException, IOException {
    List<String> files = ReportsManifest.filesWith(tables);
    for (String text : patterns) {
      Optional<InputPattern> pattern =
          Location.of(text).isLocal() ? InputPattern.of(text) : Optional.empty();
      if (pattern.isPresent()) {
        Optional<String> file = pattern.get().firstNamed(reports, files);
        if (file.isPresent()) {
          throw refused(
              "the pattern --input "
                  + text
                  + " also names its "
                  + file.get()
                  + ", so that the next run would read the reports as records");
        }
      }
    }
  }

  /**
   * Makes sure that no file of records is in a folder of reports: what a run has made is no record.
   *
   * @param option where the files are from, as the user knows it
   * @param sources the files that the run reads
   * @throws UsageException when one is
   */
  public static void requireNoReports(String option, List<Source> sources)
      throws UsageException, IOException {
    Set<Path> apart = new HashSet<>();
    for (Source source : sources) {
      Location file = Location.of(source.path());
      if (file.isLocal() && Files.exists(file.path())) {
        Path path = file.path();
        Path real = path.toRealPath();
        if (apart.add(real.resolveSibling(""))) {
          Optional<Path> made = ReportsManifest.folderAround(real);
          if (made.isPresent()) {
            throw new UsageException(
                option
                    + ": the run would read "
                    + source.path()
                    + " as records, which is in the reports folder "
                    + made.get()
                    + ". Move that folder elsewhere, or name the records without it.");
          }
        }
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
