package org.gradeline.reading;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradeline.reading.LeftOut.Reason;
import org.gradeline.reference.Glob;
import org.gradeline.reference.Layout;
import org.gradeline.reference.SourceKind;
import org.gradeline.storage.Location;
import org.gradeline.storage.Location.Found;
import org.jspecify.annotations.Nullable;

/** Finds the files of records. */
public final class Sources {
  private Sources() {}

  /**
   * All record files under a folder, named by their path inside it, in the order of these names.
   *
   * @throws InputException when a folder or a name in it cannot be read
   * @throws IOException when the folder cannot be listed
   */
  public static List<Source> in(Path folder) throws IOException {
    Map<String, Found> found = new TreeMap<>();
    for (Path path : walk(folder, Integer.MAX_VALUE)) {
      if (RecordFormats.ofFile(path.toString()) != null) {
        found.put(slashes(folder.relativize(path).toString()), local(path));
      }
    }
    return number(found, List.copyOf(found.keySet()));
  }

  /**
   * All record files under a folder, which may be in any of Beam's file systems.
   *
   * @throws InputException when a folder or a name in it cannot be read
   * @throws IOException when the folder cannot be listed
   */
  public static List<Source> in(Location folder) throws IOException {
    if (folder.isLocal()) {
      return in(folder.path());
    }
    Map<String, Found> found = new TreeMap<>();
    for (Found file : folder.filesBelow()) {
      String name = file.location().text().substring(folder.text().length() + 1);
      if (RecordFormats.ofFile(name) != null) {
        found.put(name, file);
      }
    }
    return number(found, List.copyOf(found.keySet()));
  }

  /** All files below a folder, also through links. */
  static List<Path> walk(Path folder, int depth) throws IOException {
    List<Path> files = walk(folder, depth, path -> !Files.isDirectory(path));
    for (Path file : files) {
      requireReadableName(file);
    }
    return files;
  }

  /** What is below a folder and of a kind, also through links. */
  static List<Path> walk(Path folder, int depth, Predicate<Path> kind) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return paths.filter(kind).toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileSystemLoopException loop) {
        throw new InputException(
            loop.getFile() + ": the link leads back to a folder that it is in. Remove it.");
      }
      if (e.getCause() instanceof AccessDeniedException denied) {
        throw new InputException(
            denied.getFile() + ": the folder cannot be read. Change its permissions.");
      }
      throw e.getCause();
    }
  }

  /** Bytes that are not text in the system's encoding are lost on the way to a name and back. */
  private static void requireReadableName(Path file) throws InputException {
    boolean readable;
    try {
      readable = Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      readable = false;
    }
    if (!readable) {
      throw new InputException(
          "'"
              + file
              + "': the file's name cannot be read. Rename it, or set LC_ALL=C.UTF-8 if it is"
              + " UTF-8.");
    }
  }

  /**
   * All files that globs name, in the order of their paths; they are believed in the order of the
   * globs, and those of one glob in that of their paths.
   *
   * @param globs a path, or a pattern with {@code *}, {@code **}, {@code ?}, {@code [..]} or <code>
   *     {..}</code>
   * @throws InputException when a glob names no file, or a file whose name has no known ending
   * @throws IOException when a folder cannot be listed
   */
  public static List<Source> matching(List<String> globs) throws IOException, InputException {
    Map<String, Found> found = new TreeMap<>();
    Set<String> inOrder = new LinkedHashSet<>();
    for (String glob : globs) {
      int before = found.size();
      List<Found> files = files(glob);
      for (Found file : files) {
        String name = slashes(file.location().text());
        if (RecordFormats.ofFile(name) != null) {
          found.put(name, file);
          inOrder.add(name);
        }
      }
      if (found.size() == before && !files.isEmpty() && !namesAny(files, inOrder)) {
        throw new InputException(
            "--input "
                + glob
                + ": '"
                + files.get(0).location()
                + "' has no known ending. Name it "
                + RecordFormats.endingsInWords()
                + " (text files also with .gz).");
      }
      if (found.size() == before && files.isEmpty()) {
        throw new InputException(
            "--input "
                + glob
                + ": there is no such file. Check the path; put a pattern in quotes.");
      }
    }
    return number(found, List.copyOf(inOrder));
  }

  private static boolean namesAny(List<Found> files, Set<String> known) {
    return files.stream().anyMatch(file -> known.contains(slashes(file.location().text())));
  }

  /** The files that a glob names; elsewhere, a location is taken as a file, then as a folder. */
  private static List<Found> files(String glob) throws IOException {
    Location location = Location.of(glob);
    if (location.isLocal()) {
      List<Found> files = new ArrayList<>();
      for (Path path : InputPattern.files(location.text())) {
        files.add(local(path));
      }
      return files;
    }
    List<Found> files = Location.matching(location.text());
    return files.isEmpty() ? location.filesBelow() : files;
  }

  private static Found local(Path path) throws IOException {
    return new Found(Location.of(path), Files.isRegularFile(path) ? Files.size(path) : 0);
  }

  /**
   * Files that a pattern names beside the records and that no format takes, in the order of their
   * paths.
   *
   * @param globs see {@link #matching}
   * @throws IOException when a folder cannot be listed
   */
  public static List<LeftOut> leftOut(List<String> globs) throws IOException {
    Map<String, LeftOut> leftOut = new TreeMap<>();
    for (String glob : globs) {
      for (Found file : files(glob)) {
        String name = slashes(file.location().text());
        if (RecordFormats.ofFile(name) == null && !RecordFormats.isLock(name)) {
          leftOut.put(
              name,
              new LeftOut(
                  name, Reason.UNKNOWN_ENDING, "the file's name has no ending of a format"));
        }
      }
    }
    return List.copyOf(leftOut.values());
  }

  /**
   * Puts sources into the order in which they are believed: as declared, and as they are where
   * nothing is.
   *
   * @param sources the sources
   * @param declared kinds of sources, the most trusted first
   * @param layouts the layouts that their files can have
   */
  public static List<Source> inPrecedenceOrder(
      List<Source> sources, List<SourceKind> declared, Layouts layouts) {
    return inPrecedenceOrder(sources, declared, layouts, Map.of());
  }

  /**
   * The same, where the layouts of some sources are known by their names.
   *
   * @param known these layouts
   */
  static List<Source> inPrecedenceOrder(
      List<Source> sources, List<SourceKind> declared, Layouts layouts, Map<String, Layout> known) {
    Map<Source, Integer> kinds = new HashMap<>();
    for (Source source : sources) {
      Layout layout = known.get(source.name());
      kinds.put(
          source,
          declared.isEmpty()
              ? 0
              : kind(source, layout != null ? layout : layoutOf(source, layouts), declared));
    }
    List<Source> inOrder =
        sources.stream()
            .sorted(
                Comparator.comparing((Source source) -> kinds.get(source))
                    .thenComparingInt(Source::precedence))
            .toList();
    Map<Source, Integer> places = places(inOrder);
    return sources.stream()
        .map(source -> source.withPrecedence(Objects.requireNonNull(places.get(source))))
        .toList();
  }

  private static <T> Map<T, Integer> places(List<T> inOrder) {
    Map<T, Integer> places = new HashMap<>();
    inOrder.forEach(item -> places.put(item, places.size()));
    return places;
  }

  private static @Nullable Layout layoutOf(Source source, Layouts layouts) {
    return RecordFormats.of(source.format()).layoutOf(source, layouts);
  }

  /** The place of the kind that a source is of; after all of them if it has none. */
  private static int kind(Source source, @Nullable Layout layout, List<SourceKind> declared) {
    Path file = Path.of(Location.of(source.path()).name());
    int others = declared.size();
    for (int kind = 0; kind < declared.size(); kind++) {
      SourceKind candidate = declared.get(kind);
      if ((layout != null && candidate.layouts().contains(layout.key()))
          || candidate.files().stream().anyMatch(glob -> names(glob, file))) {
        return kind;
      }
      others = candidate.others() ? kind : others;
    }
    return others;
  }

  private static boolean names(String glob, Path file) {
    return Glob.of(glob).matches(file);
  }

  /** An input that was named and is not there, or has no known format. */
  public static final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
      super(message);
    }
  }

  private static String slashes(String path) {
    return path.replace(File.separatorChar, '/');
  }

  private static List<Source> number(Map<String, Found> found, List<String> inOrder) {
    Map<String, Integer> places = places(inOrder);
    List<Source> sources = new ArrayList<>();
    found.forEach(
        (name, file) -> {
          RecordFormat format = RecordFormats.ofFile(name);
          if (format != null) {
            sources.add(
                new Source(
                    sources.size(),
                    Objects.requireNonNull(places.get(name)),
                    name,
                    file.location().text(),
                    format.key(),
                    Source.isGzip(name),
                    file.bytes()));
          }
        });
    return List.copyOf(sources);
  }
}
