package org.gradeline.site.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.reference.PartialDate;
import org.gradeline.story.Words;
import org.gradeline.tables.Catalogue;

/** What pages have around their content, and what they say of their sources. */
final class Frames {
  private final PageData data;
  private final Catalogue catalogue;
  private final String asAt;

  /** The days of publication that have a page. */
  private final Set<String> days;

  Frames(PageData data) {
    this.data = data;
    this.catalogue = Catalogue.of(data.reference());
    this.asAt = Words.date(data.asAt());
    this.days =
        data.rows("trajectories").stream()
            .map(row -> row.text("published_date"))
            .filter(day -> PartialDate.parseDay(day) != null)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The frame of the page at a path. */
  Frame of(String title, String description, String path) {
    String root = path.contains("/") ? "../" : "";
    return new Frame(title, description, root, path, asAt, data.version(), "");
  }

  /** Where the figures of a table are from. */
  String source(String table) {
    return "Source: Gradeline, "
        + catalogue.table(table).path()
        + ", as at "
        + asAt
        + ", from published inspection reports.";
  }

  /** A framework as people call it: {@code ILACS}. */
  static String shortName(String framework) {
    return framework.replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  /** What a file with rows of a table is called: {@code trajectories.csv: A rating of ...}. */
  String about(String table) {
    return table + ": " + catalogue.table(table).description();
  }

  /** What readers of a table must know. */
  List<String> caveats(String table) {
    return catalogue.table(table).caveats(data.reference());
  }

  /** {@code Gradeline 0.1.0: Knowsley. As at 20 August 2026. councils/340-knowsley.html} */
  String citation(String title, String path) {
    return "Gradeline " + data.version() + ": " + title + ". As at " + asAt + ". " + path;
  }

  /** The page of a day of publication; empty when it has none. */
  String dayLink(String root, String day) {
    return days.contains(day) ? root + Links.day(day) : "";
  }
}
