package org.gradeline.cli.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.cli.messages.Words;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * A council's story in sentences that can be quoted, from rows of the published tables.
 *
 * @param council the council
 * @param reference labels of lines, grades and frameworks
 * @param rows the rows that the story needs
 */
public record Story(Council council, Reference reference, Rows rows) {

  /**
   * Rows of published tables.
   *
   * @param trajectories the council's
   * @param latest the council's; none of a closed one
   * @param visits the council's
   * @param neighbours the council's
   * @param region the distributions of the council's region at the tables' own date
   * @param recovery how long recovery takes
   */
  public record Rows(
      Table trajectories,
      Table latest,
      Table visits,
      Table neighbours,
      Table region,
      Table recovery) {}

  /**
   * A chapter of the story.
   *
   * @param heading what it is about
   * @param sentences what it says
   */
  public record Chapter(String heading, List<String> sentences) {}

  /** The story along some lines. */
  public List<Chapter> chapters(List<Line> lines) {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new Chapter(council.name() + " (" + council.laCode() + ")", introduction()));
    lines.forEach(line -> chapters.add(chapter(line)));
    if (!rows.visits().isEmpty()) {
      chapters.add(new Chapter("Visits without a grade", visits()));
    }
    return chapters;
  }

  private List<String> introduction() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        council.name()
            + " is a council of the type "
            + council.type()
            + ", in the region "
            + council.geography(Geography.REGION)
            + ".");
    if (council.closed() != null) {
      String successors =
          reference.successors().getOrDefault(council.position(), List.of()).stream()
              .map(Council::name)
              .collect(Collectors.joining(" and "));
      sentences.add("It closed on " + Words.date(council.closed().toString()) + ".");
      if (!successors.isEmpty()) {
        sentences.add("Its area passed to " + successors + ", which started without a rating.");
      }
    }
    return sentences;
  }

  private Chapter chapter(Line line) {
    List<String> sentences = new ArrayList<>();
    of(rows.trajectories(), line).forEach(step -> sentences.add(rating(step, line)));
    for (Row now : of(rows.latest(), line)) {
      sentences.add(standing(now, line));
      if (now.getString("status").equals("graded")) {
        String grade = now.getString("grade");
        of(rows.neighbours(), line).forEach(row -> sentences.add(amongNeighbours(row)));
        with(of(rows.region(), line), "grade", grade)
            .forEach(row -> sentences.add(inRegion(row, line)));
        with(of(rows.recovery(), line), "from_grade", grade)
            .forEach(row -> sentences.add(recovery(row, line)));
      }
    }
    return new Chapter(line.label(), sentences);
  }

  private static Table of(Table rows, Line line) {
    return with(rows, "line", line.key());
  }

  private static Table with(Table rows, String column, String text) {
    return rows.where(rows.stringColumn(column).isEqualTo(text));
  }

  private List<String> visits() {
    record Visit(PartialDate day, String sentence) {}
    List<Visit> visits = new ArrayList<>();
    rows.visits().forEach(row -> visits.add(new Visit(day(row), visit(row))));
    visits.sort(Comparator.comparing(Visit::day));
    return visits.stream().map(Visit::sentence).toList();
  }

  private String rating(Row step, Line line) {
    String when = Words.when(step.getString("published_date"));
    StringBuilder text =
        new StringBuilder(Character.toUpperCase(when.charAt(0)) + when.substring(1));
    text.append(' ')
        .append(council.name())
        .append(" was rated ")
        .append(Words.grade(step.getString("grade"), line));
    text.append(" for ").append(line.phrase());
    String before = Words.grade(step.getString("previous_grade"), line);
    switch (step.getString("direction")) {
      case "first" -> text.append(", its first rating");
      case "same" -> text.append(", as before");
      case "improved" -> text.append(", ").append(grades(step)).append(" up from ").append(before);
      default -> text.append(", ").append(grades(step)).append(" down from ").append(before);
    }
    text.append(" (").append(framework(step.getString("framework")));
    if (!step.getString("start_date").isEmpty()) {
      text.append("; inspection started ").append(Words.when(step.getString("start_date")));
    }
    text.append(").");
    if (step.getString("comparable").equals("with_care")) {
      text.append(
          " Compare with care: it was judged under another framework or definition than the one before.");
    }
    return text.toString();
  }

  private static String grades(Row step) {
    return Words.count(Math.abs(step.getLong("change")), "grade", "grades");
  }

  private String standing(Row row, Line line) {
    String asAt = "As at " + Words.date(row.getDate("as_at").toString()) + ", ";
    return switch (row.getString("status")) {
      case "graded" -> {
        yield asAt
            + "it is rated "
            + Words.grade(row.getString("grade"), line)
            + ", in force since "
            + Words.date(row.getString("published_date"))
            + (row.isMissing("days_in_force") ? "" : daysInForce(row.getLong("days_in_force")))
            + ".";
      }
      case "no_longer_judged" ->
          asAt
              + "no rating is in force: an inspection since then did not judge "
              + line.phrase()
              + ".";
      case "not_judged" -> asAt + "inspections have never given a grade for " + line.phrase() + ".";
      default -> asAt + "there has been no inspection of " + line.phrase() + ".";
    };
  }

  private static String daysInForce(long days) {
    return ", " + days + " days (" + Words.days((double) days) + ")";
  }

  private static String amongNeighbours(Row row) {
    long graded = row.getLong("graded");
    if (graded == 0) {
      return "None of its statistical neighbours has a grade.";
    }
    return "Of its "
        + Words.count(graded, "statistical neighbour", "statistical neighbours")
        + " with a grade, "
        + Words.orNone(row.getLong("better"))
        + " stood better, "
        + Words.orNone(row.getLong("same"))
        + " the same and "
        + Words.orNone(row.getLong("worse"))
        + " worse.";
  }

  private static String inRegion(Row row, Line line) {
    return "In the region "
        + row.getString("geography")
        + ", "
        + Words.number(row.getLong("councils"))
        + " of "
        + Words.count(row.getLong("base"), "council", "councils")
        + " with a grade, this one among them, "
        + (row.getLong("councils") == 1 ? "is" : "are")
        + " rated "
        + Words.grade(row.getString("grade"), line)
        + ".";
  }

  private static String recovery(Row row, Line line) {
    String grade = Words.grade(row.getString("from_grade"), line);
    String start =
        "Of "
            + Words.count(row.getLong("spells"), "spell", "spells")
            + " at "
            + grade
            + " of all councils, "
            + row.getLong("recovered")
            + " have ended with a better rating";
    if (row.isMissing("median_days")) {
      return start + ", too few to tell how long recovery takes.";
    }
    String half = Words.days(row.getDouble("median_days"));
    String quarter = Words.days(row.getDouble("quartile_1_days"));
    return start
        + "; half had recovered after "
        + half
        + ", a quarter after "
        + quarter
        + (row.isMissing("quartile_3_days")
            ? ""
            : ", three quarters after " + Words.days(row.getDouble("quartile_3_days")))
        + ".";
  }

  private static PartialDate day(Row visit) {
    String text =
        visit.getString("start_date").isEmpty()
            ? visit.getString("published_date")
            : visit.getString("start_date");
    PartialDate date = PartialDate.parse(text);
    return date == null ? new PartialDate(0) : date;
  }

  private static String visit(Row visit) {
    String when = Words.when(day(visit).toString());
    String theme = visit.getString("theme");
    return Character.toUpperCase(when.charAt(0))
        + when.substring(1)
        + " there was a "
        + visit.getString("visit_type")
        + (theme.isEmpty() ? "" : " on the theme \"" + theme + "\"")
        + ", which gave no grade.";
  }

  private String framework(String key) {
    Framework framework = reference.framework(key);
    return framework == null ? key : framework.label() + ", " + framework.key();
  }
}
