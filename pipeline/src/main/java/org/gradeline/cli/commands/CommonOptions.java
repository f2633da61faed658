package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.ReportsOptions;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceFiles;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;
import org.gradeline.storage.UnfitFolderException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the data and the reports are, and those of every command. */
final class CommonOptions {
  /** The system property with which the launcher names its own data folder. */
  private static final String OWN_DATA = "gradeline.data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = GivenLocation.Anywhere.class,
      defaultValue = "${sys:" + OWN_DATA + ":-data}",
      description =
          "Folder with inspections/, reference/ and frameworks/ (default: data in the current"
              + " folder; without one, the launcher's own).")
  Location data = Location.of("data");

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      converter = GivenLocation.Anywhere.class,
      defaultValue = "reports",
      description =
          "Folder of the published reports, or a place such as s3://bucket/reports (default:"
              + " ${DEFAULT-VALUE}).")
  Location reports = Location.of("reports");

  @Mixin GeneralOptions general = new GeneralOptions();

  private @Nullable Path dataFolder;
  private @Nullable LastReports last;

  /**
   * The data folder on this machine: of one that is elsewhere, a copy without the records.
   *
   * @throws UsageException when there is none
   */
  Path dataFolder() throws UsageException, IOException {
    if (dataFolder == null) {
      Path folder =
          LocalCopy.keptFolder(data, name -> !name.startsWith(InputOptions.INSPECTIONS + "/"));
      if (!Files.isDirectory(folder) || (!data.isLocal() && PathUtils.isEmptyDirectory(folder))) {
        throw new UsageException(
            "--data "
                + data
                + ": there is no such folder. Name the folder that holds inspections/, reference/"
                + " and frameworks/.");
      }
      dataFolder = folder;
    }
    return dataFolder;
  }

  /**
   * The last reports, of which a run that was stopped may have to be undone first.
   *
   * @throws UsageException when they cannot be had
   */
  LastReports lastReports() throws UsageException, IOException {
    if (last == null) {
      try {
        last = LastReports.in(reports);
      } catch (UnfitFolderException e) {
        throw new UsageException("--reports " + reports + ": " + e.getMessage() + ".");
      }
    }
    return last;
  }

  /** The folder of this machine that has the last reports. */
  Path reportsFolder() throws UsageException, IOException {
    return lastReports().folder();
  }

  /**
   * Loads the reference data that the reports were made with: that of the data folder, with the
   * files and councils that their run took instead or left out.
   *
   * @throws UsageException when there is no data folder, or the reports cannot be told with it
   */
  Reference publishedReference() throws UsageException, ReferenceException, IOException {
    Path folder = dataFolder();
    ReportsOptions options = ReportsOptions.of(reports, reportsFolder());
    try {
      return ReferenceLoader.load(folder, options.referenceFiles());
    } catch (ReferenceException e) {
      Optional<UsageException> unfit = options.unfitFor(e.problems());
      if (unfit.isPresent()) {
        throw unfit.get();
      }
      throw e;
    }
  }

  /**
   * Loads the run's reference data from the data folder.
   *
   * @param files what is taken in place of its files
   * @throws UsageException when there is no such folder, or an option names an unknown council
   */
  Reference reference(ReferenceFiles files) throws UsageException, ReferenceException, IOException {
    Path folder = dataFolder();
    try {
      return ReferenceLoader.load(folder, files);
    } catch (ReferenceException e) {
      // Then the data are right, and the option is not.
      if (e.problems().stream().allMatch(problem -> problem.file().startsWith("--"))) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
