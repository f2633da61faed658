package org.gradeline.cli;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;

/**
 * A council's story in sentences that can be quoted, from rows of the published tables.
 *
 * @param council the council
 * @param reference labels of lines, grades and frameworks
 * @param trajectories its rows of that table
 * @param latest its rows of that table; none of a closed council
 * @param visits its rows of that table
 */
record Story(
    Council council,
    Reference reference,
    List<CSVRecord> trajectories,
    List<CSVRecord> latest,
    List<CSVRecord> visits) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six");

  void tell(PrintWriter out) {
    out.println(
        council.name()
            + " ("
            + council.laCode()
            + "), "
            + council.type()
            + ", "
            + council.geography(Geography.REGION));
    if (council.closed() != null) {
      out.println("The council closed on " + DAY.format(council.closed()) + successors());
    }
    for (Line line : reference.lines()) {
      tell(line, out);
    }
    if (!visits.isEmpty()) {
      out.println();
      out.println("Visits without a grade");
      visits.stream()
          .sorted((a, b) -> day(a).compareTo(day(b)))
          .forEach(visit -> out.println("  " + visit(visit)));
    }
  }

  private String successors() {
    String names =
        reference.successors().getOrDefault(council.position(), List.of()).stream()
            .map(Council::name)
            .collect(Collectors.joining(" and "));
    return names.isEmpty()
        ? "."
        : "; its successors, which started without a rating: " + names + ".";
  }

  private void tell(Line line, PrintWriter out) {
    List<CSVRecord> steps =
        trajectories.stream().filter(row -> row.get("line").equals(line.key())).toList();
    List<CSVRecord> now =
        latest.stream().filter(row -> row.get("line").equals(line.key())).toList();
    out.println();
    out.println(line.label());
    steps.forEach(step -> out.println("  " + sentence(step, line)));
    now.forEach(row -> out.println("  " + standing(row, line)));
  }

  private String sentence(CSVRecord step, Line line) {
    String grade = grade(step.get("grade"), line);
    String date = words(step.get("published_date"));
    StringBuilder text = new StringBuilder(date).append(": ").append(grade);
    switch (step.get("direction")) {
      case "first" -> text.append(", the first rating");
      case "same" -> text.append(", the same as before");
      default ->
          text.append(", ")
              .append(grades(step))
              .append(step.get("direction").equals("improved") ? " better" : " worse")
              .append(" than ")
              .append(grade(step.get("previous_grade"), line))
              .append(" before");
    }
    text.append(" (").append(framework(step.get("framework")));
    if (!step.get("start_date").isEmpty()) {
      text.append(", started ").append(words(step.get("start_date")));
    }
    text.append(")");
    if (step.get("comparable").equals("with_care")) {
      text.append("; judged under another framework or definition, so compare with care");
    }
    return text.append('.').toString();
  }

  private static String grades(CSVRecord step) {
    int change = Math.abs(Integer.parseInt(step.get("change")));
    String number = change < NUMBERS.size() ? NUMBERS.get(change) : Integer.toString(change);
    return number + (change == 1 ? " grade" : " grades");
  }

  private String standing(CSVRecord row, Line line) {
    String asAt = words(row.get("as_at"));
    return switch (row.get("status")) {
      case "graded" ->
          "As at "
              + asAt
              + ", "
              + council.name()
              + " is "
              + grade(row.get("grade"), line)
              + " for "
              + line.phrase()
              + ", in force since "
              + words(row.get("published_date"))
              + (row.get("days_in_force").isEmpty()
                  ? ""
                  : " (" + row.get("days_in_force") + " days)")
              + ".";
      case "no_longer_judged" ->
          "As at "
              + asAt
              + " no rating is in force: a later inspection did not judge "
              + line.phrase()
              + ".";
      case "not_judged" -> "As at " + asAt + ", inspections have not judged " + line.phrase() + ".";
      default -> "As at " + asAt + " there has been no inspection of " + line.phrase() + ".";
    };
  }

  private static PartialDate day(CSVRecord visit) {
    String text =
        visit.get("start_date").isEmpty() ? visit.get("published_date") : visit.get("start_date");
    PartialDate date = PartialDate.parse(text);
    return date == null ? new PartialDate(0) : date;
  }

  private static String visit(CSVRecord visit) {
    String theme = visit.get("theme");
    return words(day(visit).toString())
        + ": "
        + visit.get("visit_type")
        + (theme.isEmpty() ? "" : ", " + theme)
        + ".";
  }

  private String framework(String key) {
    Framework framework = reference.framework(key);
    return framework == null ? key : framework.label() + ", " + framework.key();
  }

  private static String grade(String key, Line line) {
    return line.scale().grades().stream()
        .filter(grade -> grade.key().equals(key))
        .map(Grade::label)
        .findFirst()
        .orElse(key)
        .toLowerCase(Locale.ROOT);
  }

  private static String words(String text) {
    PartialDate date = PartialDate.parse(text);
    if (date == null) {
      return text;
    }
    if (date.isFull()) {
      return DAY.format(date.toLocalDate());
    }
    return text.length() == 4 ? text : MONTH.format(date.toLocalDate());
  }
}
