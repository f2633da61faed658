package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scheme;
import org.gradeline.site.charts.GradeMark;
import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Row;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.site.pages.Section.Link;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** Makes the pages that list all councils: the list itself, the wait, the maps, the first page. */
final class ListPages {
  private static final int LATEST_DAYS = 8;

  private final PageData data;
  private final Frames frames;
  private final Rates rates;
  private final Pictures pictures;
  private final MapPictures maps;

  ListPages(PageData data, Frames frames, Rates rates, Pictures pictures, MapPictures maps) {
    this.data = data;
    this.frames = frames;
    this.rates = rates;
    this.pictures = pictures;
    this.maps = maps;
  }

  /** The first page. */
  Article first(DayPages days) {
    List<Section> sections = new ArrayList<>();
    Line leading = data.leadingLines().get(0);
    sections.add(
        Section.of("latest", "The latest reports")
            .links(
                days.days().stream()
                    .limit(LATEST_DAYS)
                    .map(
                        day ->
                            new Link(Words.date(day) + ": " + days.councils(day), Links.day(day)))
                    .toList()));
    sections.add(
        Section.of("england", rates.national() + " through the years")
            .figures(
                data.reference().leadingLines(data.mainScheme()).stream()
                    .map(line -> pictures.years(line, Geography.NATIONAL, rates.national()))
                    .toList()));
    sections.add(
        Section.of("map", "The map: " + leading.label())
            .links(mapLinks(""))
            .figures(List.of(maps.map(leading, ""))));
    return new Article(
        frames.of(
            "Inspection ratings of England's councils",
            "How inspectors have rated the services of every council in England, through the"
                + " years.",
            "index.html"),
        "Inspection ratings of England's councils",
        List.of(
            "How inspectors have rated the services of every council in "
                + rates.national()
                + ", through the years and across their frameworks. Every number has its source,"
                + " its date and its caveat. The data are to "
                + Words.date(data.asAt())
                + "."),
        sections);
  }

  /** The lines that can be mapped. */
  List<Line> mapped() {
    return data.reference().schemes().stream()
        .flatMap(scheme -> data.lines(scheme).stream())
        .filter(line -> rates.passesNow(line, Geography.NATIONAL, rates.national()) != null)
        .toList();
  }

  private List<Link> mapLinks(String root) {
    return mapped().stream().map(line -> new Link(line.label(), root + Links.map(line))).toList();
  }

  /** The map of a line. */
  Article map(Line line) {
    return new Article(
        frames.of(
            "Map: " + line.label(),
            "Every council in the colour of its grade: " + line.label() + ".",
            Links.map(line)),
        "Map: " + line.label(),
        List.of(),
        List.of(
            Section.of("lines", "Other judgements").links(mapLinks("../")),
            Section.of("map", line.label()).figures(List.of(maps.map(line, "../")))));
  }

  /** All councils with their grades on the leading lines, open ones first. */
  Article councils() {
    return new Article(
        frames.of("Councils", "Every council with its grades of today.", "councils.html"),
        "Councils",
        List.of("Every council with its grades of today."),
        List.of(
            Section.of("all", "Councils with services today").tables(grid()),
            Section.of("closed", "Councils that no longer exist").links(closed())));
  }

  /** A row a council: its grades on the leading lines of all schemes. */
  DataTable grid() {
    Map<String, Map<String, PublishedRow>> councils = new LinkedHashMap<>();
    for (PublishedRow row : data.rows("latest")) {
      councils
          .computeIfAbsent(row.text("la_code"), code -> new LinkedHashMap<>())
          .put(row.text("line"), row);
    }
    List<Line> lines = data.leadingLines();
    List<Head> heads =
        new ArrayList<>(
            List.of(
                new Head("Council", "council", false),
                new Head("Region", "region", false),
                new Head("Type", "council_type", false)));
    lines.forEach(line -> heads.add(new Head(line.label(), "", false)));
    heads.add(new Head("Newest report", "", false));
    List<Row> rows = new ArrayList<>();
    councils.forEach((code, row) -> rows.add(gridRow(code, row, lines)));
    return new DataTable("Councils", "tables/latest.csv", "la_code", heads, rows);
  }

  private Row gridRow(String code, Map<String, PublishedRow> byLine, List<Line> lines) {
    PublishedRow any = byLine.values().iterator().next();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(any.text("council"), any.text("council")).linked(data.links().council(code)));
    cells.add(Cell.of(any.text("region"), any.text("region")));
    cells.add(Cell.of(any.text("council_type"), any.text("council_type")));
    String newest = "";
    for (Line line : lines) {
      PublishedRow row = byLine.get(line.key());
      cells.add(row == null ? Cell.BLANK : Standings.cell(row, data));
      if (row != null && !row.isBlank("grade")) {
        newest =
            newest.compareTo(row.text("published_date")) < 0 ? row.text("published_date") : newest;
      }
    }
    cells.add(Cell.of(Words.date(newest), newest));
    return new Row(code, cells);
  }

  private List<Link> closed() {
    return data.reference().councils().all().stream()
        .filter(council -> !council.openOn(data.asAt()))
        .filter(
            council ->
                council.opened() == null
                    || !Objects.requireNonNull(council.opened()).isAfter(data.asAt()))
        .map(this::link)
        .toList();
  }

  private Link link(Council council) {
    return new Link(
        council.name()
            + (council.closed() == null
                ? ""
                : ", closed on " + Words.date(Objects.requireNonNull(council.closed()))),
        data.links().council(council.laCode()));
  }

  /** Who has waited longest. */
  Article waiting() {
    List<Section> sections = new ArrayList<>();
    for (Scheme scheme : data.reference().schemes()) {
      sections.add(
          Section.of(scheme.key().replace('_', '-'), scheme.label())
              .text(
                  List.of(
                      "This describes the past and is not a schedule of "
                          + scheme.inspectorate()
                          + "."))
              .tables(waiting(scheme)));
    }
    sections.add(
        Section.of("caveats", "Before you compare").text(frames.caveats("waiting")).closed());
    return new Article(
        frames.of(
            "Waiting", "Which councils have waited longest for an inspection.", "waiting.html"),
        "Waiting",
        List.of(
            "How long ago each council's last full inspection was, longest first, beside an"
                + " estimate of how long other councils waited after inspections of the same lowest"
                + " grade since 2021. The interval is from the day by which an estimated quarter of"
                + " them had their next full inspection to the day by which three quarters had."),
        sections);
  }

  /** How a lowest grade is shown: it is of any of the scales of its scheme. */
  private GradeMark lowest(Scheme scheme, String grade) {
    return data.lines(scheme).stream()
        .map(Line::scale)
        .filter(scale -> scale.grades().stream().anyMatch(one -> one.key().equals(grade)))
        .findFirst()
        .map(scale -> data.marks().of(scale, grade))
        .orElseThrow();
  }

  private DataTable waiting(Scheme scheme) {
    return DataTable.of(
        scheme.label() + ": councils by how long they have waited",
        "tables/waiting.csv",
        data.rows("waiting").stream()
            .filter(row -> row.text("scheme").equals(scheme.key()))
            .toList(),
        List.of("la_code", "scheme"),
        List.of(
            Show.text("Council", "council")
                .linked(row -> data.links().council(row.text("la_code"))),
            Show.date("Last report", "last_published_date")
                .linked(row -> frames.dayLink("", row.text("last_published_date"))),
            Show.number("Days since", "days_since_last"),
            Show.grade(
                "Lowest grade", "lowest_grade", row -> lowest(scheme, row.text("lowest_grade"))),
            Show.number("Others", "spells"),
            Show.number("A quarter within (days)", "quartile_1_days"),
            Show.number("Half", "median_days"),
            Show.number("Three quarters", "quartile_3_days"),
            Show.percent("Not yet after as many days", "not_yet_percent")));
  }

  /** Councils side by side. */
  Article compare() {
    return new Article(
        frames.of("Compare", "Any councils side by side.", "compare.html"),
        "Compare councils",
        List.of(
            "Choose councils to see them side by side. The address of the page then has their codes"
                + " and can be sent to others."),
        List.of(Section.of("table", "Grades of today").tables(grid())));
  }
}
