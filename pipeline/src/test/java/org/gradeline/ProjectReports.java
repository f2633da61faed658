package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.Gradeline;

/**
 * The reports of a whole run on the project's own data, with the runner's checks on.
 *
 * @param folder the folder of the reports
 */
public record ProjectReports(Path folder) {
  /** The project's data, seen from the module in which tests run. */
  public static final Path DATA = Path.of("..", "data");

  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Runs.
   *
   * @param folder folder of the reports
   * @param options more options of {@code run}
   */
  public static ProjectReports run(Path folder, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--data", DATA.toString(), "--reports", folder.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--", "--enforceImmutability=true", "--enforceEncodability=true"));
    StringWriter told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);

    int status = Gradeline.execute(arguments.toArray(new String[0]), writer, writer);

    assertThat(status).as(told.toString()).isZero();
    return new ProjectReports(folder);
  }

  /**
   * The rows of a table.
   *
   * @param path its path in the reports, such as {@code tables/latest.csv}
   */
  public List<CSVRecord> rows(String path) {
    return read(folder.resolve(path));
  }

  /** The rows of a CSV file with a header. */
  public static List<CSVRecord> read(Path file) {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, WITH_HEADER)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
