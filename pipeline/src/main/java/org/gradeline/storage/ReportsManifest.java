package org.gradeline.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files that a reports folder says it has: those of its {@code datapackage.json}, which
 * Gradeline made. Immutable.
 *
 * <p>The tables are the data package's resources. Every other file is listed in {@code
 * gradeline.files}, or in the site's own list; reports of the version before have no such list.
 *
 * @param files the paths of all files, with slashes
 */
public record ReportsManifest(Set<String> files) {
  /** The manifest's file. */
  public static final String FILE = "datapackage.json";

  /** The name of every data package that Gradeline makes. */
  public static final String NAME = "gradeline-reports";

  /** The list of the site's files, in the site's folder: they are not in the data package. */
  public static final String SITE_LIST = "files.txt";

  static final String SITE = "site/";

  /** The files besides the tables. */
  public static final List<String> OTHER_FILES =
      List.of(
          "CITATION.cff",
          "README.md",
          FILE,
          "gradeline.sqlite",
          "metadata.json",
          "open_data/council_movements.csv-metadata.json",
          "open_data/council_ratings.csv-metadata.json",
          "run.json",
          SITE + SITE_LIST);

  /** Those of the version before, whose reports have no list of them. */
  private static final List<String> OTHER_FILES_BEFORE =
      List.of("README.md", FILE, "gradeline.sqlite", "run.json");

  /** Far larger than any of ours: a larger one is somebody else's, and is not read. */
  private static final long MAX_BYTES = 64L << 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public ReportsManifest {
    files = Set.copyOf(files);
  }

  /**
   * Reads the manifest of a folder.
   *
   * @return none when Gradeline did not make the folder
   * @throws IOException when the file cannot be read
   */
  static Optional<ReportsManifest> of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
      return Optional.empty();
    }
    JsonNode descriptor;
    try (InputStream input = Files.newInputStream(file)) {
      descriptor = MAPPER.readTree(input);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return descriptor.path("name").asText().equals(NAME)
        ? Optional.of(new ReportsManifest(withSite(folder, files(descriptor))))
        : Optional.empty();
  }

  /**
   * The reports folder that a file or folder is in: the nearest that Gradeline made.
   *
   * @param path the path without links
   * @throws IOException when a manifest cannot be read
   */
  public static Optional<Path> folderAround(Path path) throws IOException {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      if (of(above).isPresent()) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /**
   * Every file that reports with these tables have, also where they failed a gate; but not the
   * pages.
   *
   * @param tables the paths of the tables
   */
  public static List<String> filesWith(List<String> tables) {
    List<String> files = Stream.concat(tables.stream(), OTHER_FILES.stream()).toList();
    return Stream.concat(
            files.stream(), files.stream().map(file -> ForeignFiles.REJECTED + "/" + file))
        .toList();
  }

  private static Set<String> withSite(Path folder, Set<String> files) throws IOException {
    Path list = folder.resolve(SITE + SITE_LIST);
    if (files.contains(SITE + SITE_LIST)
        && Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
        && Files.size(list) <= MAX_BYTES) {
      try {
        Files.readAllLines(list).forEach(file -> files.add(SITE + file));
      } catch (CharacterCodingException e) {
        // It is not ours: then nothing of the site is.
      }
    }
    return files;
  }

  private static Set<String> files(JsonNode descriptor) {
    Set<String> files = new TreeSet<>();
    descriptor.path("resources").forEach(resource -> files.add(resource.path("path").asText()));
    JsonNode others = descriptor.path("gradeline").path("files");
    if (others.isArray()) {
      others.forEach(file -> files.add(file.asText()));
    } else {
      files.addAll(OTHER_FILES_BEFORE);
    }
    return files;
  }
}
