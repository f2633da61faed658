package org.gradeline.cli.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.story.Words;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;

/** Revisions in sentences for people. */
public final class RevisionWords {
  private static final int MAX_NAMED = 3;

  private RevisionWords() {}

  /**
   * All revisions in one sentence, which names the first few.
   *
   * @param whereMoreAre where to find the rest, such as {@code " above"}
   */
  public static String summary(RevisionTotals totals, String whereMoreAre) {
    return "Revisions: "
        + switch (totals.comparison()) {
          case NO_EARLIER_REPORTS -> "no earlier reports to compare with";
          case EARLIER_REPORTS_UNREADABLE ->
              "the earlier reports could not be read (" + totals.unreadable() + ")";
          case MADE -> made(totals, whereMoreAre);
        };
  }

  private static String made(RevisionTotals totals, String whereMoreAre) {
    List<String> counts = new ArrayList<>();
    long all = 0;
    for (Kind kind : Kind.values()) {
      long count = totals.count(kind);
      if (count > 0) {
        String what = counts.isEmpty() ? (count == 1 ? " rating " : " ratings ") : " ";
        counts.add(String.format(Locale.ROOT, "%,d%s%s", count, what, kind.key()));
      }
      all += count;
    }
    if (all == 0) {
      return "none";
    }
    // What changed matters more than what is new, and so is named first.
    List<String> named =
        new ArrayList<>(
            Stream.of(Kind.CHANGED, Kind.REMOVED, Kind.ADDED)
                .flatMap(kind -> totals.first(kind).stream())
                .limit(MAX_NAMED)
                .map(RevisionWords::shortly)
                .toList());
    if (all > named.size()) {
      named.add(String.format(Locale.ROOT, "and %,d more%s", all - named.size(), whereMoreAre));
    }
    return String.join(", ", counts) + ": " + String.join("; ", named);
  }

  private static String shortly(Revision revision) {
    return revision.council() + " " + area(revision) + " " + what(revision);
  }

  /** One revision in a line of its own. */
  public static String line(Revision revision) {
    return "%s (%s), %s, %s published %s: %s"
        .formatted(
            revision.council(),
            revision.laCode(),
            area(revision),
            revision.framework(),
            Words.when(revision.publishedDate()),
            what(revision));
  }

  private static String area(Revision revision) {
    return revision.area().replace('_', ' ');
  }

  private static String what(Revision revision) {
    return switch (revision.kind()) {
      case ADDED -> revision.after() + " added";
      case CHANGED -> revision.before() + " -> " + revision.after();
      case REMOVED -> revision.before() + " removed";
    };
  }
}
