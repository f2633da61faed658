package org.gradeline.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.ReportsOptions;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceFiles;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.UnfitFolderException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the data and the reports are, and those of every command. */
final class CommonOptions {
  /** The system property with which the launcher names its own data folder. */
  private static final String OWN_DATA = "gradeline.data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = LocalPlace.OfFolder.class,
      defaultValue = "${sys:" + OWN_DATA + ":-data}",
      description =
          "Folder with inspections/, reference/ and frameworks/ (default: data in the current folder;"
              + " without one, the launcher's own).")
  Path data = Path.of("data");

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      converter = LocalPlace.OfFolder.class,
      defaultValue = "reports",
      description = "Folder of the published reports (default: ${DEFAULT-VALUE}).")
  Path reports = Path.of("reports");

  @Mixin GeneralOptions general = new GeneralOptions();

  /**
   * Makes sure that there is a data folder.
   *
   * @throws UsageException when there is none
   */
  void requireData() throws UsageException {
    if (!Files.isDirectory(data)) {
      throw new UsageException(
          "--data "
              + data
              + ": there is no such folder. Name the folder that holds inspections/, reference/ and frameworks/.");
    }
  }

  /**
   * The last reports, of which a run that was stopped may have to be undone first.
   *
   * @throws UsageException when they cannot be had
   */
  LastReports lastReports() throws UsageException, IOException {
    try {
      return LastReports.in(reports);
    } catch (UnfitFolderException e) {
      throw new UsageException("--reports " + reports + ": " + e.getMessage() + ".");
    }
  }

  /**
   * Loads the reference data that the reports were made with: that of the data folder, with the
   * files and councils that their run took instead or left out.
   *
   * @throws UsageException when there is no data folder, or the reports cannot be told with it
   */
  Reference publishedReference() throws UsageException, ReferenceException, IOException {
    requireData();
    ReportsOptions options = ReportsOptions.of(reports);
    try {
      return ReferenceLoader.load(data, options.referenceFiles());
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
  Reference reference(ReferenceFiles files) throws UsageException, ReferenceException {
    requireData();
    try {
      return ReferenceLoader.load(data, files);
    } catch (ReferenceException e) {
      // Then the data are right, and the option is not.
      if (e.problems().stream().allMatch(problem -> problem.file().startsWith("--"))) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
