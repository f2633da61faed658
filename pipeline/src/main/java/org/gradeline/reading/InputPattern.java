package org.gradeline.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.gradeline.reading.Sources.InputException;
import org.gradeline.reference.Glob;

/**
 * A pattern of {@code --input}, such as {@code records/**.csv}: which files it names, and which it
 * would name if they were there. Immutable.
 *
 * @param root the folder that it looks into
 * @param depth how many folders deep it looks
 * @param glob what the paths have to match
 */
public record InputPattern(Path root, int depth, Glob glob) {

  /**
   * The files that a path or a pattern names, in the order of their paths; of a folder, all records
   * in it.
   *
   * @throws InputException when it is a pattern that is not valid
   * @throws IOException when a folder cannot be listed
   */
  static List<Path> files(String text) throws IOException {
    try {
      Path literal = Path.of(text);
      if (Files.isDirectory(literal)) {
        return Sources.in(literal).stream().map(source -> Path.of(source.path())).toList();
      }
      if (Files.exists(literal)) {
        return List.of(literal);
      }
    } catch (InvalidPathException e) {
      // A pattern that is not a path by itself.
    }
    Optional<InputPattern> pattern = of(text);
    return pattern.isPresent() ? pattern.get().files() : List.of();
  }

  /**
   * The pattern of a text.
   *
   * @return none when it has no wildcard, or there is no folder to look into
   * @throws InputException when it is not valid
   */
  public static Optional<InputPattern> of(String text) throws InputException {
    int wild = firstWildcard(text);
    if (wild < 0) {
      return Optional.empty();
    }
    int slash = text.lastIndexOf('/', wild);
    Path root = slash < 0 ? Path.of("") : Path.of(text.substring(0, slash + 1));
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    int depth =
        text.indexOf("**", wild) >= 0
            ? Integer.MAX_VALUE
            : 1 + count(text.substring(slash + 1), '/');
    return Optional.of(new InputPattern(root, depth, glob(text)));
  }

  private List<Path> files() throws IOException {
    return Sources.walk(root, depth).stream().filter(glob::matches).sorted().toList();
  }

  /**
   * The first of some records in a folder that the pattern would name, whether or not they are
   * there yet.
   *
   * @param folder the folder, without links; there need not be one
   * @param files paths inside it
   * @throws IOException when a folder cannot be listed
   */
  public Optional<String> firstNamed(Path folder, Collection<String> files) throws IOException {
    for (Path above : Sources.walk(root, depth, Files::isDirectory)) {
      Path real = above.toRealPath();
      if (folder.startsWith(real)) {
        Path named = above.resolve(real.relativize(folder));
        for (String file : files) {
          if (RecordFormats.ofFile(file) != null && glob.matches(named.resolve(file))) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Glob glob(String text) throws InputException {
    try {
      return Glob.of(text);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "--input "
              + text
              + ": the pattern is not valid ("
              + e.getDescription()
              + "). "
              + (text.length() > Glob.MAX_LENGTH ? "Shorten it." : "Close its brackets."));
    }
  }

  private static int firstWildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[{".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }
}
