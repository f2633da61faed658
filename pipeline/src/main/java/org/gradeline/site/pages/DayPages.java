package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gradeline.reference.Council;
import org.gradeline.reference.PartialDate;
import org.gradeline.site.pages.Section.Link;
import org.gradeline.story.Chapter;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** Makes the pages of days of publication, and the list of them. */
final class DayPages {
  private static final String ROOT = "../";

  private final PageData data;
  private final Frames frames;

  /** The steps of each day, newest day first. */
  private final Map<String, List<PublishedRow>> days;

  DayPages(PageData data, Frames frames) {
    this.data = data;
    this.frames = frames;
    Map<String, List<PublishedRow>> byDay = new TreeMap<>((one, other) -> other.compareTo(one));
    for (PublishedRow step : data.rows("trajectories")) {
      String day = step.text("published_date");
      if (PartialDate.parseDay(day) != null) {
        byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(step);
      }
    }
    this.days = byDay;
  }

  /** The days on which reports with a grade came out, newest first. */
  List<String> days() {
    return List.copyOf(days.keySet());
  }

  /** A day of publication. */
  Article page(String day) {
    List<Chapter> chapters =
        data.stories()
            .ofDate(Objects.requireNonNull(PartialDate.parse(day)), data.reference().lines());
    List<Section> sections = new ArrayList<>();
    for (Chapter chapter : chapters.subList(1, chapters.size())) {
      sections.add(
          Section.of("report-" + sections.size(), chapter.heading())
              .text(text(chapter))
              .links(links(chapter)));
    }
    return new Article(
        frames.of(
            Words.date(day), "The inspection reports of " + Words.date(day) + ".", Links.day(day)),
        Words.date(day),
        chapters.get(0).sentences(),
        sections);
  }

  private static List<String> text(Chapter chapter) {
    return chapter.sentences().stream().filter(sentence -> !isAddress(sentence)).toList();
  }

  private static boolean isAddress(String sentence) {
    return sentence.startsWith("https://") && !sentence.contains(" ");
  }

  /** The code behind the council's name: {@code Knowsley (340)}. */
  private static String laCode(Chapter chapter) {
    String heading = chapter.heading();
    return heading.substring(heading.lastIndexOf('(') + 1, heading.length() - 1);
  }

  /** The council's page, and the report where it is known. */
  private List<Link> links(Chapter chapter) {
    List<Link> links = new ArrayList<>();
    Council council = data.reference().councils().byLaCode(laCode(chapter));
    if (council != null) {
      links.add(
          new Link(
              council.name() + " through the years",
              ROOT + data.links().council(council.laCode())));
    }
    chapter.sentences().stream()
        .filter(DayPages::isAddress)
        .forEach(address -> links.add(new Link("The report", address)));
    return links;
  }

  /** {@code Five reports came out on 30 June 2014: two good, ...} */
  String sentence(String day) {
    return data.stories()
        .ofDate(Objects.requireNonNull(PartialDate.parse(day)), data.reference().lines())
        .get(0)
        .sentences()
        .get(0);
  }

  /** Who had a report on a day. */
  String councils(String day) {
    return Words.list(
        Objects.requireNonNull(days.get(day)).stream()
            .map(step -> step.text("council"))
            .distinct()
            .toList());
  }

  /** All days, by year. */
  Article changes() {
    Map<String, List<Link>> years = new LinkedHashMap<>();
    for (String day : days.keySet()) {
      years
          .computeIfAbsent(day.substring(0, 4), year -> new ArrayList<>())
          .add(new Link(Words.date(day) + ": " + councils(day), Links.day(day)));
    }
    List<Section> sections = new ArrayList<>();
    years.forEach((year, links) -> sections.add(Section.of("year-" + year, year).links(links)));
    return new Article(
        frames.of("Changes", "What each day of publication changed, newest first.", "changes.html"),
        "Changes",
        List.of(
            "Every day on which an inspection report with a grade came out, newest first. Each day"
                + " has a page with what was said of each council and what it was rated before. A"
                + " feed reader can follow them: feed.xml."),
        sections);
  }
}
