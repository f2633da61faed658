package org.gradeline.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the project's reference data, for a test to make a fault in. */
final class DataFolder {
  private final Path folder;
  private long lineNumber;

  DataFolder(Path folder) {
    this.folder = folder;
    copy("reference");
    copy("reference/context");
    copy("frameworks");
    copy("layouts");
    try {
      Files.copy(ProjectData.FOLDER.resolve("sources.yaml"), folder.resolve("sources.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String name) {
    Path from = ProjectData.FOLDER.resolve(name);
    try (Stream<Path> files = Files.list(from)) {
      Path to = Files.createDirectories(folder.resolve(name));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that the file has once. */
  DataFolder replace(String file, String old, String fresh) {
    String text = read(file);
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException("'" + old + "' is not once in " + file);
    }
    lineNumber =
        text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    return write(file, text.replace(old, fresh));
  }

  /** Adds a line at the end of a file. */
  DataFolder append(String file, String row) {
    String text = read(file);
    lineNumber = text.lines().count() + 1;
    return write(file, text + row + "\n");
  }

  /** Writes a whole file. */
  DataFolder write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a whole file. */
  DataFolder write(String file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file. */
  DataFolder delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the files in a folder. */
  List<String> files(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.toFile().getName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the line that was replaced or added last. */
  long lineNumber() {
    return lineNumber;
  }

  Reference load() throws ReferenceException {
    return ReferenceLoader.load(folder);
  }

  /** What is wrong with the data, as it is printed; nothing when it can be loaded. */
  List<String> problems() {
    try {
      load();
      return List.of();
    } catch (ReferenceException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
