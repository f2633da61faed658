package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scheme;
import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Row;
import org.gradeline.site.pages.Section.Link;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** Makes the pages of the country, of its regions and of other groups of councils. */
final class PlacePages {
  /** A wider table is hard to read. */
  private static final int MOST_COLUMNS = 12;

  private static final String ROOT = "../";

  private final PageData data;
  private final Frames frames;
  private final Rates rates;
  private final Pictures pictures;
  private final MapPictures maps;

  PlacePages(PageData data, Frames frames, Rates rates, Pictures pictures, MapPictures maps) {
    this.data = data;
    this.frames = frames;
    this.rates = rates;
    this.pictures = pictures;
    this.maps = maps;
  }

  /** The whole country. */
  Article country() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("groups", "Regions and other groups").links(groupLinks("")));
    for (Line line : lines()) {
      List<Figure> figures =
          new ArrayList<>(List.of(pictures.years(line, Geography.NATIONAL, rates.national())));
      if (pictures.hasRecovery(line)) {
        figures.add(pictures.recovery(line));
      }
      sections.add(
          Section.of(id(line), line.label())
              .text(movementSentences(line, Geography.NATIONAL, rates.national()))
              .figures(figures)
              .tables(transitions(line)));
    }
    sections.add(caveats("distributions", "movements", "transitions", "recovery"));
    return new Article(
        frames.of(
            rates.national(),
            "How the councils of " + rates.national() + " are rated, year by year.",
            "england.html"),
        rates.national(),
        List.of(
            "How the councils of "
                + rates.national()
                + " have been rated through the years. Two years can be compared where the"
                + " framework is the same; where a dashed line stands between them, compare with"
                + " care."),
        sections);
  }

  private static String id(Line line) {
    return line.key().replace('_', '-');
  }

  /** The lines that any council has a grade on now, those that lead first. */
  private List<Line> lines() {
    return data.reference().schemes().stream()
        .flatMap(scheme -> data.lines(scheme).stream())
        .filter(line -> rates.passesNow(line, Geography.NATIONAL, rates.national()) != null)
        .toList();
  }

  private List<Link> groupLinks(String root) {
    List<Link> links = new ArrayList<>();
    regions().forEach(region -> links.add(new Link(region.name(), root + Links.region(region))));
    groupings()
        .forEach(level -> links.add(new Link("By " + named(level), root + Links.grouping(level))));
    return links;
  }

  /** All regions: pages of councils lead to them, also where no council has a grade. */
  List<Geography> regions() {
    return data.reference().geographies().stream()
        .filter(geography -> geography.level().equals(Geography.REGION))
        .toList();
  }

  /** The groupings beside regions. */
  List<String> groupings() {
    return data.reference().geographies().stream()
        .map(Geography::level)
        .filter(level -> !level.equals(Geography.NATIONAL))
        .distinct()
        .toList();
  }

  /** A region. */
  Article region(Geography region) {
    List<Section> sections = new ArrayList<>();
    Line first = data.leadingLines().get(0);
    sections.add(
        Section.of("councils", "Its councils: " + first.label())
            .tables(
                maps.standings(
                    data.rows("latest").stream()
                        .filter(row -> row.text("line").equals(first.key()))
                        .filter(row -> row.text("region").equals(region.name()))
                        .toList(),
                    ROOT)));
    for (Line line : data.leadingLines()) {
      if (rates.passesNow(line, Geography.REGION, region.name()) != null) {
        sections.add(
            Section.of(id(line), line.label())
                .text(movementSentences(line, Geography.REGION, region.name()))
                .figures(List.of(pictures.years(line, Geography.REGION, region.name()))));
      }
    }
    sections.add(caveats("distributions", "movements"));
    return new Article(
        frames.of(
            region.name(),
            "How the councils of " + region.name() + " are rated.",
            Links.region(region)),
        region.name(),
        List.of("The councils of the region, and how they have been rated through the years."),
        sections);
  }

  /** A grouping inside a sentence: {@code council type}, {@code Ofsted region}. */
  private String named(String level) {
    String name = level.replace('_', ' ');
    for (Scheme scheme : data.reference().schemes()) {
      String inspectorate = scheme.inspectorate();
      name =
          Pattern.compile(inspectorate, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
              .matcher(name)
              .replaceAll(Matcher.quoteReplacement(inspectorate));
    }
    return name;
  }

  /** All groups of a grouping beside each other. */
  Article grouping(String level) {
    String name = named(level);
    List<Section> sections = new ArrayList<>();
    for (Line line : lines()) {
      List<Geography> places = pictures.places(line, level);
      if (!places.isEmpty()) {
        sections.add(
            Section.of(id(line), line.label())
                .figures(List.of(pictures.groups(line, places, name))));
      }
    }
    sections.add(caveats("distributions"));
    return new Article(
        frames.of("By " + name, "How councils are rated, by " + name + ".", Links.grouping(level)),
        "Councils by " + name,
        List.of(
            "How councils are rated in each group. Being in a group is not the cause of a grade,"
                + " and groups of few councils change much with one of them."),
        sections);
  }

  /** {@code Of 146 councils with two grades or more, 65 stand higher than at the first ...} */
  private List<String> movementSentences(Line line, String level, String place) {
    List<String> sentences = new ArrayList<>();
    for (PublishedRow row : data.rows("movements", line)) {
      if (Objects.equals(row.day("as_at"), data.asAt())
          && row.text("geography_level").equals(level)
          && row.text("geography").equals(place)) {
        sentences.add(
            "Of "
                + row.text("councils")
                + " councils with two grades or more, "
                + row.text("improved")
                + " stand higher than "
                + (row.text("basis").equals("first_to_latest")
                    ? "at their first grade"
                    : "at the grade before the last")
                + " and "
                + row.text("declined")
                + " lower. The grades may be of different frameworks.");
      }
    }
    return sentences;
  }

  /** A matrix that reads as a sentence: a row for the grade before, a column for the one after. */
  private DataTable transitions(Line line) {
    List<PublishedRow> rows = data.rows("transitions", line).stream().toList();
    List<Head> heads = new ArrayList<>(List.of(new Head("Of councils rated", "", false)));
    List<Grade> next = nextGrades(line, rows);
    next.forEach(
        grade -> heads.add(new Head("next rated " + Words.grade(grade), "transitions", true)));
    heads.add(new Head("in all", "", true));
    List<Row> made = new ArrayList<>();
    for (Grade from : line.scale().grades()) {
      List<PublishedRow> own =
          rows.stream().filter(row -> row.text("from_grade").equals(from.key())).toList();
      if (!own.isEmpty()) {
        made.add(transition(line, next, from, own));
      }
    }
    return new DataTable(
        line.label() + ": which grade followed which", "tables/transitions.csv", "", heads, made);
  }

  /** Of a long scale, such as a score, only the grades that followed any. */
  private static List<Grade> nextGrades(Line line, List<PublishedRow> rows) {
    List<Grade> all = line.scale().grades();
    return all.size() <= MOST_COLUMNS
        ? all
        : all.stream()
            .filter(
                grade -> rows.stream().anyMatch(row -> row.text("to_grade").equals(grade.key())))
            .toList();
  }

  private Row transition(Line line, List<Grade> next, Grade from, List<PublishedRow> rows) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.grade(data.marks().of(line.scale(), from.key()), ""));
    for (Grade to : next) {
      cells.add(
          rows.stream()
              .filter(row -> row.text("to_grade").equals(to.key()))
              .findFirst()
              .map(
                  row ->
                      Cell.of(
                          row.text("transitions")
                              + " ("
                              + Words.percent(row.number("percent"))
                              + ")",
                          ""))
              .orElse(Cell.of("0", "")));
    }
    cells.add(Cell.of(rows.get(0).text("from_total"), ""));
    return new Row("", cells);
  }

  private Section caveats(String... tables) {
    List<String> caveats = new ArrayList<>();
    for (String table : tables) {
      frames.caveats(table).stream()
          .filter(caveat -> !caveats.contains(caveat))
          .forEach(caveats::add);
    }
    return Section.of("caveats", "Before you compare").text(caveats).closed();
  }
}
