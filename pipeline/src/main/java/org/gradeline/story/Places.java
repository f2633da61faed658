package org.gradeline.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.ReportingDate;

/** What is said of councils and regions inside sentences. */
final class Places {
  private static final List<String> COMPASS = List.of("North", "South", "East", "West", "Midlands");

  private Places() {}

  /** {@code , a metropolitan district in the North West,}; empty when nothing is known. */
  static String apposition(Council council, ReportingDate date) {
    String type = council.lastGeography(Geography.COUNCIL_TYPE, date.asAt());
    String region = council.lastGeography(Geography.REGION, date.asAt());
    String kind = type.isEmpty() || type.startsWith(council.name()) ? "" : kind(type, region);
    String where = region.isEmpty() ? "" : "in " + region(region);
    String both = (kind + " " + where).strip();
    return both.isEmpty() ? "" : ", " + both + ",";
  }

  /** A type of council with its article: a London borough keeps its capital letter. */
  private static String kind(String type, String region) {
    List<String> names = List.of(region.split(" ", -1));
    return Words.withArticle(
        Arrays.stream(type.split(" ", -1))
            .map(word -> names.contains(word) ? word : word.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  /** A region with "the", where its name is a direction: "the North West", but "London". */
  static String region(String name) {
    String first = name.split(" ", 2)[0];
    return (COMPASS.contains(first) ? "the " : "") + name;
  }
}
