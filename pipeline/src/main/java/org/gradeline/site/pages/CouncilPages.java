package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scheme;
import org.gradeline.site.charts.Caption;
import org.gradeline.site.charts.Timeline;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.site.pages.Section.Link;
import org.gradeline.story.Stories;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** Makes the page of a council. */
final class CouncilPages {
  private static final String ROOT = "../";
  private static final List<String> LINE_KEYS = List.of("la_code", "line");

  private final PageData data;
  private final Frames frames;
  private final Courses courses;
  private final Rates rates;
  private final ContextPictures context;
  private final NeighbourTables neighbours;
  private final List<String> caveats;

  CouncilPages(PageData data, Frames frames, Courses courses, Rates rates) {
    this.data = data;
    this.frames = frames;
    this.courses = courses;
    this.rates = rates;
    this.context = new ContextPictures(data);
    this.neighbours = new NeighbourTables(data, courses);
    this.caveats = caveats(frames);
  }

  Article page(Council council) {
    Stories.Parts story = data.stories().partsOfCouncil(council);
    String path = data.links().council(council.laCode());
    Frame frame =
        frames.of(council.name(), "How inspectors have rated " + council.name() + ".", path);
    String region = council.lastGeography(Geography.REGION, data.asAt());
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("now", "Judgements now").tables(judgements(council, region)));
    sections.add(Section.of("years", "Through the years").figures(timelines(council)));
    sections.add(
        Section.of("neighbours", "Statistical neighbours")
            .text(List.of(story.neighbours()))
            .tables(neighbours.table(council)));
    sections.add(Section.of("region", "In the region").links(regionLink(region)));
    sections.add(Section.of("waiting", "Waiting").text(story.waiting()));
    sections.add(
        Section.of("context", "Other figures")
            .text(context.sentences(council))
            .pictures(context.pictures(council))
            .tables(context.table(council)));
    sections.add(Section.of("visits", "Visits without a grade").tables(visits(council)));
    sections.add(Section.of("caveats", "Before you compare").text(caveats).closed());
    sections.add(Section.of("downloads", "The data of this page").links(downloads(council)));
    sections.add(Section.of("cite", "Cite this page").code(frames.citation(council.name(), path)));
    sections.add(
        Section.of("embed", "Show this on your site")
            .text(List.of("Copy this, and put the address of this site in place of SITE."))
            .code(embed(council)));
    return new Article(
        frame,
        council.name(),
        Stream.concat(story.opening().stream(), story.successors().stream()).toList(),
        sections);
  }

  /** The card of a council, with its judgements of today alone. */
  Card card(Council council) {
    return new Card(
        frames.of(
            council.name(),
            "How inspectors have rated " + council.name() + ".",
            Links.card(council.laCode())),
        council.name(),
        ROOT + data.links().council(council.laCode()),
        DataTable.of(
            "Judgements now",
            "tables/latest.csv",
            leading(council),
            LINE_KEYS,
            List.of(
                Show.made("Judgement", row -> data.line(row.text("line")).label()),
                Standings.grade(data),
                Show.date("Since", "grade_since"))));
  }

  private List<PublishedRow> leading(Council council) {
    return data.leadingLines().stream()
        .flatMap(
            line ->
                data.rows("latest", council).stream()
                    .filter(row -> row.text("line").equals(line.key())))
        .toList();
  }

  private static String embed(Council council) {
    return "<iframe src=\"SITE/"
        + Links.card(council.laCode())
        + "\" title=\"Inspection ratings, council "
        + council.laCode()
        + "\" width=\"360\" height=\"320\"></iframe>";
  }

  private DataTable judgements(Council council, String region) {
    List<Show> columns =
        new ArrayList<>(
            List.of(
                Show.made("Judgement", row -> data.line(row.text("line")).label()),
                Standings.grade(data),
                Show.date("Since", "grade_since"),
                Show.number("Days", "days_at_grade"),
                Show.grade(
                    "Grade before", "previous_grade", row -> data.mark(row, "previous_grade")),
                Show.text("Compared with it", "direction"),
                Show.made(
                    rates.national(), row -> share(row, Geography.NATIONAL, rates.national()))));
    if (!region.isEmpty()) {
      columns.add(Show.made(region, row -> share(row, Geography.REGION, region)));
    }
    return DataTable.of(
        "Judgements now", "tables/latest.csv", leading(council), LINE_KEYS, columns);
  }

  /** {@code 114 of 153 good or outstanding}. */
  private String share(PublishedRow row, String level, String place) {
    Line line = data.line(row.text("line"));
    PublishedRow passes = rates.passesNow(line, level, place);
    return passes == null
        ? ""
        : passes.text("councils")
            + " of "
            + passes.text("base")
            + " "
            + Words.uncapitalised(line.scale().passLabel());
  }

  private List<Figure> timelines(Council council) {
    List<Figure> figures = new ArrayList<>();
    for (Scheme scheme : data.reference().schemes()) {
      List<Timeline.LabelledLane> lanes = courses.lanes(council, scheme);
      if (!lanes.isEmpty()) {
        figures.add(timeline(council, scheme, lanes));
      }
    }
    return figures;
  }

  private Figure timeline(Council council, Scheme scheme, List<Timeline.LabelledLane> lanes) {
    String title = scheme.label() + ": grades of " + council.name() + " since " + since(lanes);
    Caption caption =
        new Caption(
            "timeline-" + scheme.key(),
            title,
            "A lane for each judgement, with a block for each grade from its report until the next."
                + " The table below has the same grades.");
    String svg =
        Timeline.svg(
            caption,
            new Timeline.Course(
                courses.axis(), lanes, courses.visits(council, scheme), courses.unknown(scheme)));
    List<PublishedRow> steps =
        data.lines(scheme).stream().flatMap(line -> courses.steps(council, line).stream()).toList();
    return new Figure(
        title, svg, frames.source("trajectories"), trajectories(steps, reports(council)));
  }

  private static String since(List<Timeline.LabelledLane> lanes) {
    return Integer.toString(
        lanes.stream().mapToInt(lane -> lane.blocks().get(0).from().getYear()).min().orElseThrow());
  }

  /** Where the reports of a council's ratings are, by framework and day. */
  private Map<String, String> reports(Council council) {
    Map<String, String> reports = new HashMap<>();
    for (PublishedRow rating : data.rows("ratings", council)) {
      if (!rating.isBlank("report")) {
        reports.put(inspection(rating), rating.text("report"));
      }
    }
    return reports;
  }

  private static String inspection(PublishedRow row) {
    return row.text("framework") + " " + row.text("published_date");
  }

  private DataTable trajectories(List<PublishedRow> steps, Map<String, String> reports) {
    return DataTable.of(
        "Grades, one after the other",
        "tables/trajectories.csv",
        steps,
        List.of("la_code", "line", "step"),
        List.of(
            Show.made("Judgement", row -> data.line(row.text("line")).label()),
            Show.date("Report", "published_date")
                .linked(row -> frames.dayLink(ROOT, row.text("published_date"))),
            Show.grade("Grade", "grade", row -> data.mark(row, "grade")),
            Show.text("Direction", "direction"),
            Show.made("Framework", row -> Frames.shortName(row.text("framework")))
                .linked(row -> reports.getOrDefault(inspection(row), "")),
            Show.made(
                "Compare with the one before",
                row ->
                    switch (row.text("comparable")) {
                      case "yes" -> "yes";
                      case "with_care" -> "with care";
                      default -> "";
                    })));
  }

  private List<Link> regionLink(String name) {
    return data.reference().geographies().stream()
        .filter(geography -> geography.level().equals(Geography.REGION))
        .filter(geography -> geography.name().equals(name))
        .map(
            region ->
                new Link(
                    name + ": all councils, and how they have been rated through the years",
                    ROOT + Links.region(region)))
        .toList();
  }

  private DataTable visits(Council council) {
    return DataTable.of(
        "Visits without a grade",
        "tables/visits.csv",
        data.rows("visits", council),
        List.of("la_code", "visit_type", "source_line"),
        List.of(
            Show.date("Visited from", "start_date"),
            Show.date("Report", "published_date").linked(row -> row.text("report")),
            Show.text("Kind of visit", "visit_type"),
            Show.text("Theme", "theme")));
  }

  private static List<String> caveats(Frames frames) {
    return Stream.of("trajectories", "latest", "neighbour_grades", "waiting")
        .flatMap(table -> frames.caveats(table).stream())
        .distinct()
        .toList();
  }

  private List<Link> downloads(Council council) {
    String stem = data.links().councilStem(council.laCode());
    String name = stem.substring(stem.lastIndexOf('/') + 1);
    return CouncilDownloads.TABLES.stream()
        .filter(table -> !data.rows(table, council).isEmpty())
        .map(table -> new Link(frames.about(table), name + CouncilDownloads.ending(table)))
        .toList();
  }
}
