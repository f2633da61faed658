package org.gradeline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.Distribution;
import org.gradeline.story.Known.Arrival;

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
    if (arrived.direction() == Direction.DECLINED || arrived.direction() == Direction.IMPROVED) {
      sentences.add(lastComparable(arrived));
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
            : (same == 1 ? "is" : "are") + " rated " + grade + " for " + line().phrase())
        + (region == null ? "" : inRegion(region))
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

  private String lastComparable(Step arrived) {
    boolean fall = arrived.direction() == Direction.DECLINED;
    String to = " to " + Words.grade(arrived.grade()) + " for " + line().phrase();
    PartialDate published = arrived.inspection().published();
    List<Arrival> others =
        known.arrivals(line(), arrived.grade().rank(), arrived.direction()).stream()
            .filter(arrival -> arrival.council().position() != council.position())
            .toList();
    List<Arrival> before =
        others.stream().filter(other -> other.published().compareTo(published) < 0).toList();
    List<String> sameDay =
        others.stream()
            .filter(other -> other.published().equals(published))
            .map(other -> other.council().name())
            .toList();
    String verb = fall ? "fall" : "rise";
    Arrival last = before.isEmpty() ? null : before.get(before.size() - 1);
    String start =
        last == null
            ? "It was the first council to " + verb + to + " in these records"
            : "The last council to "
                + verb
                + to
                + " before it was "
                + last.council().name()
                + " ("
                + Words.date(last.published())
                + ")";
    return start
        + (sameDay.isEmpty() ? "" : "; " + Words.list(sameDay) + " did so on the same day")
        + since(others.size() - before.size() - sameDay.size())
        + ".";
  }

  private static String since(long others) {
    return others == 0
        ? ", and none has since"
        : ", and " + Words.number(others) + (others == 1 ? " has since" : " have since");
  }
}
