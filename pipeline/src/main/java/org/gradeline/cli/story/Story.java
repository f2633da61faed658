package org.gradeline.cli.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.messages.Words;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;

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
      List<CSVRecord> trajectories,
      List<CSVRecord> latest,
      List<CSVRecord> visits,
      List<CSVRecord> neighbours,
      List<CSVRecord> region,
      List<CSVRecord> recovery) {}

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
      List<String> visits =
          rows.visits().stream()
              .sorted(Comparator.comparing(Story::day))
              .map(Story::visit)
              .toList();
      chapters.add(new Chapter("Visits without a grade", visits));
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
    List<CSVRecord> steps = of(rows.trajectories(), line);
    List<String> sentences =
        new ArrayList<>(steps.stream().map(step -> rating(step, line)).toList());
    for (CSVRecord now : of(rows.latest(), line)) {
      sentences.add(standing(now, line));
      if (now.get("status").equals("graded")) {
        of(rows.neighbours(), line).forEach(row -> sentences.add(amongNeighbours(row)));
        String inRegion = inRegion(now.get("grade"), line);
        if (!inRegion.isEmpty()) {
          sentences.add(inRegion);
        }
        of(rows.recovery(), line).stream()
            .filter(row -> row.get("from_grade").equals(now.get("grade")))
            .forEach(row -> sentences.add(recovery(row, line)));
      }
    }
    return new Chapter(line.label(), sentences);
  }

  private static List<CSVRecord> of(List<CSVRecord> rows, Line line) {
    return rows.stream().filter(row -> row.get("line").equals(line.key())).toList();
  }

  private String rating(CSVRecord step, Line line) {
    String when = Words.when(step.get("published_date"));
    StringBuilder text =
        new StringBuilder(Character.toUpperCase(when.charAt(0)) + when.substring(1));
    text.append(' ')
        .append(council.name())
        .append(" was rated ")
        .append(Words.grade(step.get("grade"), line));
    text.append(" for ").append(line.phrase());
    String before = Words.grade(step.get("previous_grade"), line);
    switch (step.get("direction")) {
      case "first" -> text.append(", its first rating");
      case "same" -> text.append(", as before");
      case "improved" -> text.append(", ").append(grades(step)).append(" up from ").append(before);
      default -> text.append(", ").append(grades(step)).append(" down from ").append(before);
    }
    text.append(" (").append(framework(step.get("framework")));
    if (!step.get("start_date").isEmpty()) {
      text.append("; inspection started ").append(Words.when(step.get("start_date")));
    }
    text.append(").");
    if (step.get("comparable").equals("with_care")) {
      text.append(
          " Compare with care: it was judged under another framework or definition than the one before.");
    }
    return text.toString();
  }

  private static String grades(CSVRecord step) {
    return Words.count(Math.abs(Long.parseLong(step.get("change"))), "grade", "grades");
  }

  private String standing(CSVRecord row, Line line) {
    String asAt = "As at " + Words.date(row.get("as_at")) + ", ";
    return switch (row.get("status")) {
      case "graded" -> {
        String days = row.get("days_in_force");
        yield asAt
            + "it is rated "
            + Words.grade(row.get("grade"), line)
            + ", in force since "
            + Words.date(row.get("published_date"))
            + (days.isEmpty()
                ? ""
                : ", " + days + " days (" + Words.days(Double.parseDouble(days)) + ")")
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

  private static String amongNeighbours(CSVRecord row) {
    long graded = Long.parseLong(row.get("graded"));
    if (graded == 0) {
      return "None of its statistical neighbours has a grade.";
    }
    return "Of its "
        + Words.count(graded, "statistical neighbour", "statistical neighbours")
        + " with a grade, "
        + Words.orNone(Long.parseLong(row.get("better")))
        + " stood better, "
        + Words.orNone(Long.parseLong(row.get("same")))
        + " the same and "
        + Words.orNone(Long.parseLong(row.get("worse")))
        + " worse.";
  }

  private String inRegion(String grade, Line line) {
    return of(rows.region(), line).stream()
        .filter(row -> row.get("grade").equals(grade))
        .findFirst()
        .map(
            row ->
                "In the region "
                    + row.get("geography")
                    + ", "
                    + Words.number(Long.parseLong(row.get("councils")))
                    + " of "
                    + Words.count(Long.parseLong(row.get("base")), "council", "councils")
                    + " with a grade, this one among them, "
                    + (row.get("councils").equals("1") ? "is" : "are")
                    + " rated "
                    + Words.grade(grade, line)
                    + ".")
        .orElse("");
  }

  private static String recovery(CSVRecord row, Line line) {
    String grade = Words.grade(row.get("from_grade"), line);
    String start =
        "Of "
            + Words.count(Long.parseLong(row.get("spells")), "spell", "spells")
            + " at "
            + grade
            + " of all councils, "
            + row.get("recovered")
            + " have ended with a better rating";
    if (row.get("median_days").isEmpty()) {
      return start + ", too few to tell how long recovery takes.";
    }
    String half = Words.days(Double.parseDouble(row.get("median_days")));
    String quarter = Words.days(Double.parseDouble(row.get("quartile_1_days")));
    String most = row.get("quartile_3_days");
    return start
        + "; half had recovered after "
        + half
        + ", a quarter after "
        + quarter
        + (most.isEmpty() ? "" : ", three quarters after " + Words.days(Double.parseDouble(most)))
        + ".";
  }

  private static PartialDate day(CSVRecord visit) {
    String text =
        visit.get("start_date").isEmpty() ? visit.get("published_date") : visit.get("start_date");
    PartialDate date = PartialDate.parse(text);
    return date == null ? new PartialDate(0) : date;
  }

  private static String visit(CSVRecord visit) {
    String when = Words.when(day(visit).toString());
    String theme = visit.get("theme");
    return Character.toUpperCase(when.charAt(0))
        + when.substring(1)
        + " there was a "
        + visit.get("visit_type")
        + (theme.isEmpty() ? "" : " on the theme \"" + theme + "\"")
        + ", which gave no grade.";
  }

  private String framework(String key) {
    Framework framework = reference.framework(key);
    return framework == null ? key : framework.label() + ", " + framework.key();
  }
}
