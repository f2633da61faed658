package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in a reports folder what Gradeline did not make, and a run would delete with the rest. */
final class ForeignFiles {
  /** Reports that failed a gate, kept inside the reports folder. */
  static final String REJECTED = ".rejected-run";

  /** The version before kept its lock inside the reports folder. */
  private static final String FORMER_LOCK = ".lock";

  private final Path folder;
  private final Set<String> files;
  private final Set<String> folders;

  private ForeignFiles(Path folder) throws IOException {
    this.folder = folder;
    this.files = ReportsManifest.of(folder).map(ReportsManifest::files).orElse(Set.of());
    this.folders =
        files.stream().flatMap(ForeignFiles::foldersOf).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The first file or folder, in the order of names, that the folder's own manifest does not list.
   * Links count as foreign too: Gradeline makes none.
   *
   * @param folder the folder; when there is none, nothing in it is foreign
   * @return its path inside the folder
   */
  static Optional<String> first(Path folder) throws IOException {
    return Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        ? new ForeignFiles(folder).firstIn(folder)
        : Optional.empty();
  }

  private static Stream<String> foldersOf(String file) {
    return Stream.iterate(
            file.lastIndexOf('/'), end -> end > 0, end -> file.lastIndexOf('/', end - 1))
        .map(end -> file.substring(0, end));
  }

  private Optional<String> firstIn(Path part) throws IOException {
    for (Path entry : list(part)) {
      Optional<String> foreign = firstAt(entry);
      if (foreign.isPresent()) {
        return foreign;
      }
    }
    return Optional.empty();
  }

  private Optional<String> firstAt(Path entry) throws IOException {
    String name = folder.relativize(entry).toString().replace('\\', '/');
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      if (name.equals(REJECTED)) {
        return new ForeignFiles(entry).firstIn(entry).map(inside -> name + "/" + inside);
      }
      return folders.contains(name) ? firstIn(entry) : Optional.of(name);
    }
    boolean ours =
        Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
            && (files.contains(name) || (name.equals(FORMER_LOCK) && Files.size(entry) == 0));
    return ours ? Optional.empty() : Optional.of(name);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
