package org.gradeline.story;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.Distribution;
import org.gradeline.story.Ratings.Arrival;

/**
 * How rare a council's grade is, in sentences: the share of the country and of its region at this
 * grade, and the last council that came to it in the same way.
 *
 * @param council the council
 * @param course its course along the line, with a grade in force
 * @param known what is known of all councils
 */
record Rarity(Council council, Course course, Known known) {

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(List.of(share()));
    Step arrived = Course.run(last()).get(0);
    if (arrived.comparable() && arrived.direction() != Direction.SAME) {
      sentences.addAll(comparable(arrived));
    }
    return sentences;
  }

  private Step last() {
    return Objects.requireNonNull(course.inForce());
  }

  private Line line() {
    return course.line();
  }

  private String share() {
    Geography country = known.country();
    Distribution all = known.distribution(line(), country);
    long same = all.byGrade().get(last().grade().rank() - 1);
    Geography region = known.region(council);
    String grade = Words.grade(last().grade());
    List<Step> inForce = known.inForce(line());
    return "In "
        + country.name()
        + " "
        + same
        + " of "
        + all.base()
        + (all.base() == 1 ? " council" : " councils")
        + (line().scale().outcomes() ? " with an outcome (" : " with a grade (")
        + Words.percent(same, all.base())
        + ") "
        + (line().scale().outcomes()
            ? (same == 1 ? "has" : "have") + " this one"
            : (same == 1 ? "is" : "are") + " rated " + grade + " for " + subject(inForce))
        + (region == null ? "" : inRegion(region))
        + otherTests(inForce)
        + ".";
  }

  private String inRegion(Geography region) {
    Distribution own = known.distribution(line(), region);
    return ", and "
        + own.byGrade().get(last().grade().rank() - 1)
        + " of "
        + own.base()
        + " in "
        + Places.region(region.name());
  }

  /** What the council is rated for, and that others were given that grade by other tests. */
  private String subject(List<Step> all) {
    String own = Grades.subject(last(), line());
    return Set.of(own).containsAll(subjects(all))
        ? own
        : own + " or for what other tests judged in its place";
  }

  /** What was judged, of all; far fewer tests than ratings have a name of it. */
  private Set<String> subjects(List<Step> all) {
    IdentityHashMap<Line.Member, String> subjects = new IdentityHashMap<>();
    all.forEach(
        step -> subjects.computeIfAbsent(step.member(), made -> Grades.subject(step, line())));
    return Set.copyOf(subjects.values());
  }

  private String otherTests(List<Step> all) {
    String own = Grades.subject(last(), line());
    return Set.of(own).containsAll(subjects(all))
            && all.stream().anyMatch(step -> !step.isSameTestAs(last()))
        ? "; not all of these grades are of the same test"
        : "";
  }

  /**
   * The councils that came to the grade before by a comparable step, those of the same day, and how
   * many have since.
   */
  private List<String> comparable(Step arrived) {
    boolean fall = arrived.direction() == Direction.DECLINED;
    PartialDate published = arrived.inspection().published();
    List<Arrival> others =
        known.arrivals(line(), arrived).stream()
            .filter(arrival -> arrival.council().position() != council.position())
            .toList();
    List<Arrival> before =
        others.stream().filter(other -> other.published().compareTo(published) < 0).toList();
    List<Arrival> sameDay =
        others.stream().filter(other -> other.published().equals(published)).toList();
    int since = others.size() - before.size() - sameDay.size();
    List<String> sentences = new ArrayList<>();
    String move = fall ? "fall" : "rise";
    String to = " to " + Words.grade(arrived.grade()) + " for " + Grades.subject(arrived, line());
    sentences.add(
        others.isEmpty()
            ? "No other council in these records has had a comparable " + move + to + "."
            : "Before "
                + council.name()
                + ", "
                + lastBefore(before, move, to)
                + since(since)
                + ".");
    if (!sameDay.isEmpty()) {
      sentences.add(
          names(sameDay)
              + (fall ? " fell" : " rose")
              + " to it in "
              + (sameDay.size() == 1 ? "a report" : "reports")
              + " of the same day, "
              + Words.date(published)
              + ".");
    }
    return sentences;
  }

  private static String lastBefore(List<Arrival> before, String move, String to) {
    if (before.isEmpty()) {
      return "no other council in these records had a comparable " + move + to;
    }
    PartialDate day = before.get(before.size() - 1).published();
    List<Arrival> last = before.stream().filter(other -> other.published().equals(day)).toList();
    return (last.size() == 1
            ? "the last comparable " + move + to + " was that of "
            : "the last comparable " + move + "s" + to + " were those of ")
        + names(last)
        + " ("
        + Words.date(day)
        + ")";
  }

  private static String names(List<Arrival> arrivals) {
    return Words.list(arrivals.stream().map(arrival -> arrival.council().name()).toList());
  }

  private static String since(long others) {
    return others == 0
        ? "; there has been none since"
        : "; there " + (others == 1 ? "has" : "have") + " been " + Words.number(others) + " since";
  }
}
