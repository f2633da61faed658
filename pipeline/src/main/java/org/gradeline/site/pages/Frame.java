package org.gradeline.site.pages;

/**
 * What every page has around its content. Immutable.
 *
 * @param title its title
 * @param description what it is about, for search engines and feeds
 * @param root the way from the page to the first page's folder: empty or {@code ../}
 * @param path the page's own path, from the first page's folder
 * @param asAt the day to which the data are, in words
 * @param version the program's version
 * @param dataset the data that the page is about, in JSON-LD for programs; empty without
 */
public record Frame(
    String title,
    String description,
    String root,
    String path,
    String asAt,
    String version,
    String dataset) {

  /** The same frame of a page that describes the data for programs. */
  Frame describing(String inJson) {
    return new Frame(title, description, root, path, asAt, version, inJson);
  }
}
