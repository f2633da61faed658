package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.site.charts.Caption;
import org.gradeline.site.charts.GradeBars;
import org.gradeline.site.charts.SurvivalCurve;
import org.gradeline.site.charts.YearBars;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** The pictures of places and of the whole country, each with its table. */
final class Pictures {
  static final List<String> DISTRIBUTION_KEYS =
      List.of("as_at", "published_by", "scope", "line", "geography_level", "geography", "grade");

  private final PageData data;
  private final Frames frames;
  private final Rates rates;

  Pictures(PageData data, Frames frames, Rates rates) {
    this.data = data;
    this.frames = frames;
    this.rates = rates;
  }

  /**
   * The share of councils of a place at the pass mark or better over the years, on each 31 March
   * and on the run's own day.
   */
  Figure years(Line line, String level, String place) {
    Map<String, PublishedRow> byYear = new TreeMap<>();
    for (PublishedRow row : rates.passes(line, level, place)) {
      String day = row.text("as_at");
      if (day.endsWith("-03-31") || row.day("as_at").equals(data.asAt())) {
        byYear.put(day, row);
      }
    }
    List<PublishedRow> rows = List.copyOf(byYear.values());
    String pass = Words.uncapitalised(line.scale().passLabel());
    String title = finding(line, place, rows, pass);
    Caption caption =
        new Caption(
            "years-" + line.key(),
            title,
            "A bar for the share on each reporting date, with its 95 % interval. Dashed lines show"
                + " where a framework begins, which is another test.");
    List<YearBars.Bar> bars = rows.stream().map(Pictures::bar).toList();
    return new Figure(
        title,
        YearBars.svg(caption, new YearBars.Shares(bars, breaks(line, rows))),
        frames.source("distributions"),
        DataTable.of(
            "Councils " + pass,
            "tables/distributions.csv",
            rows,
            DISTRIBUTION_KEYS,
            List.of(
                Show.date("As at", "as_at"),
                Show.date("Reports published by", "counted_to"),
                Show.number("Councils", "councils"),
                Show.number("Of", "base"),
                Show.percent("Share", "percent"),
                Show.percent("95 % interval from", "percent_lower"),
                Show.percent("to", "percent_upper"))));
  }

  private static String finding(Line line, String place, List<PublishedRow> rows, String pass) {
    if (rows.isEmpty()) {
      return line.label()
          + ", "
          + place
          + ": no council has "
          + Words.withArticle(line.scale().noun());
    }
    PublishedRow last = rows.get(rows.size() - 1);
    return line.label()
        + ", "
        + place
        + ": "
        + last.text("councils")
        + " of "
        + last.text("base")
        + " councils "
        + pass
        + " on "
        + Words.date(last.text("as_at"));
  }

  private static YearBars.Bar bar(PublishedRow row) {
    return new YearBars.Bar(
        label(row),
        row.number("percent"),
        row.number("percent_lower"),
        row.number("percent_upper"),
        (int) row.integer("councils"),
        (int) row.integer("base"));
  }

  /** The year; the run's own day is "now". */
  private static String label(PublishedRow row) {
    String day = row.text("as_at");
    return day.endsWith("-03-31") ? day.substring(0, 4) : "now";
  }

  /** Each framework of the line breaks it before the first bar that can count it. */
  private static List<YearBars.Break> breaks(Line line, List<PublishedRow> rows) {
    List<YearBars.Break> breaks = new ArrayList<>();
    for (Member member :
        line.members().subList(Math.min(1, line.members().size()), line.members().size())) {
      rows.stream()
          .filter(
              row ->
                  member.framework().firstDay() != null
                      && !row.day("as_at")
                          .isBefore(Objects.requireNonNull(member.framework().firstDay())))
          .findFirst()
          .ifPresent(
              row ->
                  breaks.add(
                      new YearBars.Break(label(row), Frames.shortName(member.framework().key()))));
    }
    return breaks;
  }

  /** The councils of several places by grade, at the run's own day. */
  Figure groups(Line line, List<Geography> places, String of) {
    List<GradeBars.Group> groups = new ArrayList<>();
    List<PublishedRow> rows = new ArrayList<>();
    for (Geography place : places) {
      List<PublishedRow> own = rates.now(line, place.level(), place.name());
      rows.addAll(own);
      groups.add(group(line, place, own));
    }
    String title = line.label() + ": councils by grade and " + of + ", " + Words.date(data.asAt());
    Caption caption =
        new Caption(
            "groups-" + line.key(),
            title,
            "A bar for each group, with a part for each grade. All bars have the same length; the"
                + " number of councils stands to the right.");
    return new Figure(
        title,
        GradeBars.svg(caption, groups),
        frames.source("distributions"),
        DataTable.of(
            "Councils by grade",
            "tables/distributions.csv",
            rows,
            DISTRIBUTION_KEYS,
            List.of(
                Show.text("Group", "geography"),
                Show.made("Grade", data::gradeLabel),
                Show.number("Councils", "councils"),
                Show.number("Of", "base"),
                Show.percent("Share", "percent"),
                Show.percent("95 % interval from", "percent_lower"),
                Show.percent("to", "percent_upper"))));
  }

  private GradeBars.Group group(Line line, Geography place, List<PublishedRow> rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int base = 0;
    for (PublishedRow row : rows) {
      base = (int) row.integer("base");
      counts.put(row.text("grade"), (int) row.integer("councils"));
    }
    List<GradeBars.Part> parts =
        line.scale().grades().stream()
            .map(
                grade ->
                    new GradeBars.Part(
                        data.marks().of(line.scale(), grade.key()),
                        counts.getOrDefault(grade.key(), 0)))
            .toList();
    return new GradeBars.Group(place.name(), parts, base);
  }

  /** How long councils stay at the lowest grade of a line. */
  Figure recovery(Line line) {
    List<PublishedRow> rows = data.rows("recovery", line).stream().toList();
    PublishedRow summary = data.rows("recovery_summary", line).stream().findFirst().orElseThrow();
    String lowest = Words.grade(line.scale().lowest());
    String who = (line.scale().outcomes() ? "with the outcome " : "rated ") + lowest;
    String title =
        line.label()
            + (summary.isBlank("median_days")
                ? ": too few of those " + who + " have had a better one for an estimate"
                : ": an estimated half of those "
                    + who
                    + " have a better one within "
                    + Words.days(summary.number("median_days")));
    Caption caption =
        new Caption(
            "recovery-" + line.key(),
            title,
            "The estimated share of spells that have not ended with a better grade, by the years"
                + " since the first report (Kaplan-Meier estimate with its 95 % band), and under it"
                + " how many are still followed.");
    SurvivalCurve.Curve curve =
        new SurvivalCurve.Curve(
            "Share not yet with a better grade",
            "Years since the first report at " + lowest,
            rows.stream().map(Pictures::step).toList(),
            summary.isBlank("median_days")
                ? OptionalDouble.empty()
                : OptionalDouble.of(summary.number("median_days")));
    return new Figure(
        title,
        SurvivalCurve.svg(caption, curve),
        frames.source("recovery"),
        DataTable.of(
            "The estimate, from day to day",
            "tables/recovery.csv",
            rows,
            List.of("line", "from_grade", "day"),
            List.of(
                Show.number("Day", "day"),
                Show.number("At risk", "at_risk"),
                Show.number("Better grade", "recovered"),
                Show.number("No longer followed", "censored"),
                Show.number("Share not yet", "not_yet"),
                Show.number("95 % limit, lower", "lower"),
                Show.number("upper", "upper"))));
  }

  private static SurvivalCurve.Step step(PublishedRow row) {
    return new SurvivalCurve.Step(
        row.integer("day"),
        row.number("not_yet"),
        row.isBlank("lower") ? Double.NaN : row.number("lower"),
        row.isBlank("upper") ? Double.NaN : row.number("upper"),
        (int) row.integer("at_risk"));
  }

  /** Whether there is anything to estimate. */
  boolean hasRecovery(Line line) {
    return data.rows("recovery").stream()
        .anyMatch(row -> row.text("line").equals(line.key()) && row.integer("recovered") > 0);
  }

  /** The places of a level that have a council with a grade on a line. */
  List<Geography> places(Line line, String level) {
    TreeSet<Integer> positions = new TreeSet<>();
    data.reference().geographies().stream()
        .filter(geography -> geography.level().equals(level))
        .filter(geography -> !rates.now(line, level, geography.name()).isEmpty())
        .forEach(geography -> positions.add(geography.position()));
    return positions.stream().map(data.reference().geographies()::get).toList();
  }
}
