package org.gradeline.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pages of a reports folder as they stand on the disk.
 *
 * @param folder the folder of the pages
 * @param pages every page by its path from there, such as {@code councils/340-knowsley.html}
 */
public record WrittenSite(Path folder, Map<String, Document> pages) {

  /** Reads the pages of a reports folder. */
  public static WrittenSite of(Path reports) {
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

  /** The ids on a page. */
  static List<String> ids(Document page) {
    return page.select("[id]").stream().map(Element::id).toList();
  }

  /** Addresses of pages that lead to no file of the reports, or to no place on its page. */
  public List<String> brokenLinks() {
    Map<String, Set<String>> ids = new HashMap<>();
    pages.forEach((path, page) -> ids.put(path, Set.copyOf(ids(page))));
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (path, page) ->
            page.select("[href], [src]").stream()
                .flatMap(element -> Stream.of(element.attr("href"), element.attr("src")))
                .filter(address -> !address.isEmpty() && !address.startsWith("https:"))
                .filter(address -> !exists(path, address, ids))
                .forEach(address -> broken.add(path + ": " + address)));
    return broken;
  }

  private boolean exists(String page, String address, Map<String, Set<String>> ids) {
    if (address.startsWith("#")) {
      return ids.getOrDefault(page, Set.of()).contains(address.substring(1));
    }
    URI target = URI.create("site/" + page).resolve(address);
    String path = target.getPath();
    if (path.startsWith("..") || !Files.isRegularFile(folder.resolveSibling(path))) {
      return false;
    }
    return target.getFragment() == null
        || ids.getOrDefault(path.substring("site/".length()), Set.of())
            .contains(target.getFragment());
  }
}
