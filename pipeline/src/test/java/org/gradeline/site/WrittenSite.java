package org.gradeline.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The pages of a reports folder as they stand on the disk.
 *
 * @param folder the folder of the pages
 * @param pages every page by its path from there, such as {@code councils/340-knowsley.html}
 */
record WrittenSite(Path folder, Map<String, Document> pages) {

  /** Reads the pages of a reports folder. */
  static WrittenSite of(Path reports) {
    Path folder = reports.resolve(Site.FOLDER);
    Map<String, Document> pages = new TreeMap<>();
    for (String path : files(folder)) {
      if (path.endsWith(".html")) {
        pages.put(path, Jsoup.parse(read(folder.resolve(path))));
      }
    }
    return new WrittenSite(folder, pages);
  }

  /** The page at a path. */
  Document page(String path) {
    Document page = pages.get(path);
    if (page == null) {
      throw new IllegalArgumentException(path + " is not among " + pages.keySet());
    }
    return page;
  }

  /** The paths of all files. */
  List<String> files() {
    return files(folder);
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  String text(String path) {
    return read(folder.resolve(path));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
