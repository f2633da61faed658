package org.gradeline.cli.running;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reference.Problem;
import org.gradeline.reference.ReferenceFiles;
import org.gradeline.storage.Location;
import org.jspecify.annotations.Nullable;

/**
 * The options that a reports folder was made with, as far as they change what its tables mean: read
 * from its {@code run.json}. Immutable.
 *
 * @param reports the place of the reports as the user names it
 * @param neighbours file of neighbours that the run took; null for the data folder's own
 * @param groupings file of groupings that the run took; null for the data folder's own
 * @param excluded local authority codes of the councils that the run left out
 */
public record ReportsOptions(
    Location reports, @Nullable Path neighbours, @Nullable Path groupings, List<String> excluded) {
  /** The file that says how the reports were made. */
  public static final String FILE = "run.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String REMEDY =
      ". Put back what the run used, or make the reports anew with gradeline run";

  public ReportsOptions {
    excluded = List.copyOf(excluded);
  }

  /**
   * The options that a folder was made with; none where it has no {@code run.json}.
   *
   * @param reports the place of the reports as the user names it
   * @param folder the folder of this machine that has them
   * @throws UsageException when the file is not what a run writes
   * @throws IOException when it cannot be read
   */
  public static ReportsOptions of(Location reports, Path folder)
      throws UsageException, IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new ReportsOptions(reports, null, null, List.of());
    }
    try (InputStream input = Files.newInputStream(file)) {
      JsonNode options = MAPPER.readTree(input).path("options");
      return new ReportsOptions(
          reports,
          path(options, "neighbours"),
          path(options, "groupings"),
          Arrays.stream(options.path("exclude").asText().split(" ", -1))
              .filter(code -> !code.isEmpty())
              .toList());
    } catch (JacksonException | InvalidPathException e) {
      throw refused(
          reports,
          "its "
              + FILE
              + ", which says how the reports were made, cannot be read. Make them anew with"
              + " gradeline run");
    }
  }

  private static @Nullable Path path(JsonNode options, String name) {
    String text = options.path(name).asText();
    return text.isEmpty() ? null : Path.of(text);
  }

  /**
   * What is to be taken in place of files of the data folder, as the run took it.
   *
   * @throws UsageException when a file is no longer there, or cannot be read
   */
  public ReferenceFiles referenceFiles() throws UsageException {
    requireFile("--neighbours", neighbours);
    requireFile("--groupings", groupings);
    return new ReferenceFiles(neighbours, groupings, excluded);
  }

  private void requireFile(String option, @Nullable Path file) throws UsageException {
    if (file != null && (!Files.isRegularFile(file) || !Files.isReadable(file))) {
      String state =
          Files.exists(file)
              ? "which cannot be read"
              : "and there is no such file" + (file.isAbsolute() ? "" : " in the current folder");
      throw refused(
          reports, "the reports were made with " + option + " " + file + ", " + state + REMEDY);
    }
  }

  /**
   * What is wrong with the reference data for these options alone, so that the data folder is
   * right.
   *
   * @param problems what is wrong with the reference data, at least one problem
   * @return none when something else is wrong
   */
  public Optional<UsageException> unfitFor(List<Problem> problems) {
    if (!problems.stream().allMatch(this::isOfThese)) {
      return Optional.empty();
    }
    Problem first = problems.get(0);
    String place = first.file() + (first.lineNumber() > 0 ? ":" + first.lineNumber() : "");
    return Optional.of(
        refused(
            reports,
            "the reports were made with other reference data ("
                + place
                + ": "
                + first.message()
                + ")"
                + REMEDY));
  }

  private static UsageException refused(Location reports, String reason) {
    return new UsageException("--reports " + reports + ": " + reason + ".");
  }

  private boolean isOfThese(Problem problem) {
    return problem.file().startsWith("--")
        || is(neighbours, problem.file())
        || is(groupings, problem.file());
  }

  private static boolean is(@Nullable Path file, String name) {
    return file != null && file.toAbsolutePath().toString().equals(name);
  }
}
