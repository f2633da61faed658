package org.gradeline.cli.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the data and the reports are. */
final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description =
          "Folder with inspections/, reference/ and frameworks/ (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Folder of the published tables (default: ${DEFAULT-VALUE}).")
  Path reports = Path.of("reports");

  @Mixin GeneralOptions general = new GeneralOptions();

  /** Makes sure that there is a data folder. */
  void requireData() throws UsageException {
    if (!Files.isDirectory(data)) {
      throw new UsageException(
          "--data "
              + data
              + ": there is no such folder. Name the folder that holds inspections/, reference/ and frameworks/.");
    }
  }

  /** Loads the reference data of the data folder. */
  Reference reference() throws UsageException, ReferenceException {
    requireData();
    return ReferenceLoader.load(data);
  }
}
