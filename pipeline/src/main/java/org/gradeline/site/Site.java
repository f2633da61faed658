package org.gradeline.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gradeline.reference.Reference;
import org.gradeline.site.pages.Article;
import org.gradeline.site.pages.PageData;
import org.gradeline.site.pages.SitePages;
import org.gradeline.storage.ReportsManifest;
import org.gradeline.story.Stories;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedTables;

/**
 * The published tables as pages for people: they need neither a server nor a script, and name their
 * sources. Not thread safe. For example:
 *
 * <pre>{@code
 * Site.write(reports, reports.resolve(Site.FOLDER), reference, stories, "0.1.0");
 * }</pre>
 */
public final class Site {
  /** The site's folder in the reports. */
  public static final String FOLDER = "site";

  /** With more councils there is no site. */
  public static final int MAX_COUNCILS = 1_000;

  private static final String TEMPLATES = "org.gradeline.site.templates";
  private static final List<String> STYLES = List.of("site.css", "pictures.css");
  private static final String SCRIPT = "site.js";
  private static final int FEED_DAYS = 50;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
  private final Path target;
  private final Set<String> written = new TreeSet<>();
  private final Set<Path> folders = new HashSet<>();

  private Site(Path target) {
    this.target = target;
  }

  /**
   * Writes all pages.
   *
   * @param reports folder of the published tables and their description
   * @param target the folder of the pages, which is new or empty
   * @param reference the reference data that the tables were made with
   * @param stories the stories that pages quote
   * @param version the program's version
   * @return how many files were written
   * @throws java.nio.file.NoSuchFileException when a table is missing
   * @throws org.gradeline.tables.UnreadableTableException when a table is not what it should be
   */
  public static int write(
      Path reports, Path target, Reference reference, Stories stories, String version)
      throws IOException {
    PublishedTables tables = new PublishedTables(reports);
    JsonNode dataPackage =
        MAPPER.readTree(Files.readAllBytes(reports.resolve(ReportsManifest.FILE)));
    PageData data = PageData.read(tables, reference, stories, version);
    Site site = new Site(target);
    try {
      site.write(new SitePages(data, tables, dataPackage), stories);
    } catch (UncheckedIOException e) {
      // A cell is read when a page first shows it.
      throw Objects.requireNonNull(e.getCause());
    }
    return site.written.size();
  }

  private void write(SitePages pages, Stories stories) throws IOException {
    Article first = pages.first();
    page(
        "index.jte",
        first.frame().path(),
        Map.of("article", first, "councils", pages.councilLinks()));
    article("councils.jte", pages.councilList());
    article("compare.jte", pages.compare());
    pages.articles(article -> article("article.jte", article));
    pages.cards(card -> page("card.jte", card.frame().path(), Map.of("card", card)));
    pages.downloads(this::text);
    text("feed.xml", feed(pages, stories));
    StringBuilder styles = new StringBuilder();
    for (String name : STYLES) {
      styles.append(resource(name));
    }
    text("site.css", styles.toString());
    text(SCRIPT, resource(SCRIPT));
    text(ReportsManifest.SITE_LIST, String.join("\n", written) + "\n");
  }

  private static String feed(SitePages pages, Stories stories) {
    return Feed.of(
        "Inspection ratings of England's councils",
        stories.asAt().toString(),
        pages.newestDays(FEED_DAYS).stream()
            .map(
                day ->
                    new Feed.Entry(
                        day.day(),
                        Words.date(day.day()) + ": " + day.councils(),
                        day.sentence(),
                        day.href()))
            .toList());
  }

  private void article(String template, Article article) throws IOException {
    page(template, article.frame().path(), Map.of("article", article));
  }

  private void page(String template, String path, Map<String, Object> parts) throws IOException {
    StringOutput output = new StringOutput();
    templates.render(template, parts, output);
    text(path, output.toString());
  }

  private void text(String path, String text) throws IOException {
    Path file = target.resolve(path);
    Path folder = Objects.requireNonNull(file.getParent());
    if (folders.add(folder)) {
      Files.createDirectories(folder);
    }
    // One call to the system for a file: Files.write needs one for every 8 KiB.
    try (OutputStream stream = new FileOutputStream(file.toFile())) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    written.add(path);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
