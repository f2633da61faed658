package org.gradeline.cli.running;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradeline.storage.Location;

/**
 * The reports that a run would replace.
 *
 * @param folder where they are
 * @param started when the run began that made them; empty when they do not say it
 * @param asAt the day that they are of; empty when they do not say it
 * @param files the number of files in each of their folders, and under an empty name of those
 *     beside the folders
 */
public record ReplacedReports(
    Location folder, String started, String asAt, Map<String, Long> files) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Looks at reports.
   *
   * @throws IOException when they cannot be listed
   */
  public static ReplacedReports in(Location folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    if (folder.isLocal()) {
      Path root = folder.path();
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .map(root::relativize)
            .forEach(
                file ->
                    files.merge(
                        file.getNameCount() == 1 ? "" : "" + file.getName(0), 1L, Long::sum));
      }
    } else {
      for (Location.Found file : folder.filesBelow()) {
        String name = file.location().text().substring(folder.text().length() + 1);
        files.merge(name.substring(0, Math.max(0, name.indexOf('/'))), 1L, Long::sum);
      }
    }
    Optional<JsonNode> run = run(folder.resolve(ReportsOptions.FILE));
    return new ReplacedReports(
        folder,
        run.map(node -> node.path("started").asText()).orElse(""),
        run.map(node -> node.path("as_at").asText()).orElse(""),
        files);
  }

  /** What the run wrote of itself; none where that cannot be read. */
  private static Optional<JsonNode> run(Location file) throws IOException {
    if (!file.isFile()) {
      return Optional.empty();
    }
    try (InputStream in = file.open()) {
      return Optional.of(MAPPER.readTree(in));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The number of all files. */
  public long count() {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }
}
