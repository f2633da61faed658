package org.gradeline.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scheme;

/**
 * The paragraph that leads a council's story and can be quoted as it stands: how the council is
 * rated, since when, how before, and how rare that is.
 *
 * @param council the council
 * @param leading its courses along the lines that lead
 * @param overall its courses along the lines that only tell history where they still lead nothing
 * @param known what is known of all councils
 */
record LeadParagraph(Council council, List<Course> leading, List<Course> overall, Known known) {

  String text() {
    List<String> sentences = new ArrayList<>();
    boolean open = council.openOn(asAt());
    sentences.add(open ? standing() : closing());
    sentences.addAll(new Circumstances(council, known).unread(scheme()));
    if (open) {
      sentences.addAll(lastReport());
    }
    focus().map(this::longStanding).ifPresent(sentences::addAll);
    overall.forEach(course -> sentences.addAll(overall(course, open)));
    if (open && known.reference().counts(council)) {
      focus()
          .map(course -> new Rarity(council, course, known).sentences())
          .ifPresent(sentences::addAll);
    }
    return String.join(" ", sentences);
  }

  private Scheme scheme() {
    return leading.get(0).line().scheme();
  }

  private String noun() {
    return leading.get(0).line().scale().noun();
  }

  private LocalDate asAt() {
    return known.date().asAt();
  }

  private String name() {
    return council.name() + Places.apposition(council, known.date());
  }

  private Stream<Step> inForce() {
    return leading.stream().map(Course::inForce).filter(Objects::nonNull).map(Step.class::cast);
  }

  /** The course that most is to be said of: at the lowest grade, and of these the longest. */
  private Optional<Course> focus() {
    return leading.stream()
        .filter(course -> course.inForce() != null)
        .min(
            Comparator.comparingInt(
                    (Course course) -> -Objects.requireNonNull(course.inForce()).grade().rank())
                .thenComparing(course -> Objects.requireNonNull(course.inForce()).gradeSince()));
  }

  private String standing() {
    String asAt = "As at " + Words.date(asAt()) + ", ";
    List<Step> steps = inForce().toList();
    if (steps.isEmpty()) {
      return asAt + withoutAny();
    }
    Step first = steps.get(0);
    return leading.get(0).line().scale().outcomes()
        ? asAt
            + "the outcome for "
            + Grades.judged(first)
            + " in "
            + name()
            + " is: "
            + Words.grade(first.grade())
            + "."
        : asAt + name() + " is " + Grades.rated(steps) + ".";
  }

  private String withoutAny() {
    if (leading.size() == 1) {
      return Endings.withoutGrade(name(), leading.get(0));
    }
    String phrase = scheme().phrase();
    return leading.stream().allMatch(course -> course.steps().isEmpty())
        ? "these records have no " + noun() + " for the " + phrase + " of " + council.name() + "."
        : "no " + noun() + " for the " + phrase + " of " + council.name() + " is in force.";
  }

  private String closing() {
    LocalDate closed = Objects.requireNonNull(council.closed());
    String start = name() + " closed on " + Words.date(closed) + ". ";
    List<Step> steps = inForce().toList();
    if (steps.isEmpty()) {
      return start + "No " + noun() + " was in force then.";
    }
    PartialDate last =
        steps.stream()
            .map(step -> step.inspection().published())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return start
        + "When it closed it was "
        + Grades.rated(steps)
        + " (the last report came out "
        + Words.when(last)
        + ").";
  }

  /** What the last report did to the grades. */
  private List<String> lastReport() {
    PartialDate last =
        inForce()
            .map(step -> step.inspection().published())
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (last == null) {
      return List.of();
    }
    List<Course> changed =
        leading.stream()
            .filter(course -> course.inForce() != null)
            .filter(
                course ->
                    Objects.requireNonNull(course.inForce()).inspection().published().equals(last))
            .toList();
    return LastReport.sentences(report(last), changed, leading.size() == 1);
  }

  private String report(PartialDate published) {
    long days = published.isFull() ? ChronoUnit.DAYS.between(published.toLocalDate(), asAt()) : -1;
    String date = Words.date(published);
    return days == 1
        ? "Yesterday's report (" + date + ")"
        : days == 0 ? "Today's report (" + date + ")" : "The report of " + date;
  }

  /** Since when it has the grade, where that is longer than its last report. */
  private List<String> longStanding(Course course) {
    return tenure(course).longStanding().stream().toList();
  }

  private Tenure tenure(Course course) {
    return new Tenure(council.name(), course, council.openOn(asAt()));
  }

  private List<String> overall(Course course, boolean open) {
    Step last = course.inForce();
    if (last == null) {
      return course.steps().isEmpty() || !open
          ? List.of()
          : List.of(Endings.withoutGrade(council.name(), course));
    }
    return focus().filter(told -> isTold(last, told)).isPresent()
        ? List.of()
        : List.of(tenure(course).named());
  }

  /** Whether it has been told of the same judgement, on another line, since when it has stood. */
  private boolean isTold(Step last, Course told) {
    Step other = Objects.requireNonNull(told.inForce());
    return other.inspection().equals(last.inspection())
        && other.member().area().equals(last.member().area())
        && tenure(told).longStanding().isPresent();
  }
}
