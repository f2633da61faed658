package org.gradeline.histories;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Area;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.reference.VisitType;
import org.jspecify.annotations.Nullable;

/**
 * Normalised records told in a line each: what it is, its dates, and what it says.
 *
 * <pre>
 * sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate lscb=?
 * slac 2010-03-12 safeguarding=good type=full
 * focused 2022-10-11 theme=front_door
 * </pre>
 *
 * <p>Of dates with "..", the first is the start; one date alone is an inspection's publication and
 * a visit's start. An area that equals "?" was printed and could not be read. {@code @2} is the
 * position of the source.
 */
public final class Records {
  private static final Reference REFERENCE = ProjectData.reference();

  /** Sources are believed in the order of their numbers. */
  public static final List<Integer> AS_NUMBERED = IntStream.range(0, 100).boxed().toList();

  private Records() {}

  /** Records of Knowsley, on lines 1, 2, 3 and so on. */
  public static List<CouncilRecord> of(String... told) {
    List<CouncilRecord> records = new ArrayList<>();
    for (String one : told) {
      records.add(record(one, records.size() + 1L));
    }
    return records;
  }

  /** One inspection, on line 1. */
  public static Inspection inspection(String told) {
    return (Inspection) record(told, 1);
  }

  /** A date as printed. */
  public static PartialDate date(String printed) {
    return requireNonNull(PartialDate.parse(printed), printed);
  }

  private static CouncilRecord record(String told, long line) {
    String[] words = told.split(" +");
    Said said = new Said(List.of(words).subList(2, words.length));
    int split = words[1].indexOf("..");
    String first = split < 0 ? words[1] : words[1].substring(0, split);
    String second = split < 0 ? "" : words[1].substring(split + 2);
    VisitType visitType = REFERENCE.visitType(words[0]);
    if (visitType != null) {
      return new Visit(
          ProjectData.council("340").position(),
          REFERENCE.visitTypes().indexOf(visitType),
          first.isEmpty() ? null : date(first),
          second.isEmpty() ? null : date(second),
          said.text("theme"),
          said.text("report"),
          said.findings(),
          said.source(),
          line);
    }
    Framework framework = ProjectData.framework(words[0]);
    return new Inspection(
        ProjectData.council("340").position(),
        framework.position(),
        said.text("type"),
        split <= 0 ? null : date(first),
        said.text("end").isEmpty() ? null : date(said.text("end")),
        date(split < 0 ? first : second),
        said.text("report"),
        said.judgements(framework, line),
        said.unreadableAreas(framework),
        said.findings(),
        said.source(),
        line);
  }

  /** What a record says, as words with "=". */
  private record Said(List<String> words) {

    private @Nullable String value(String key) {
      return words.stream()
          .filter(word -> word.startsWith(key + "="))
          .map(word -> word.substring(key.length() + 1))
          .findFirst()
          .orElse(null);
    }

    String text(String key) {
      String value = value(key);
      return value == null ? "" : value.replace('_', ' ');
    }

    int source() {
      return words.stream()
          .filter(word -> word.startsWith("@"))
          .mapToInt(word -> Integer.parseInt(word.substring(1)))
          .findFirst()
          .orElse(0);
    }

    List<Judgement> judgements(Framework framework, long line) {
      List<Judgement> judgements = new ArrayList<>();
      for (Area area : framework.areas()) {
        String grade = value(area.key());
        if (grade != null && !grade.equals("?")) {
          int rank = requireNonNull(framework.wordings().get(grade), grade);
          judgements.add(new Judgement(area.position(), rank, grade, source(), line));
        }
      }
      return judgements;
    }

    long unreadableAreas(Framework framework) {
      return framework.areas().stream()
          .filter(area -> "?".equals(value(area.key())))
          .mapToLong(area -> 1L << area.position())
          .sum();
    }

    /** {@code strength=supervision:praised}. */
    List<Finding> findings() {
      return words.stream()
          .filter(word -> word.matches("(strength|weakness|improvement)=.*"))
          .map(word -> word.split("[=:]"))
          .map(parts -> new Finding(parts[1], parts[0], parts[2]))
          .toList();
    }
  }

  /** An inspection as it is told above; what it does not say is left out. */
  public static String tell(Inspection inspection) {
    Framework framework = REFERENCE.frameworks().get(inspection.framework());
    StringBuilder told = new StringBuilder(framework.key()).append(' ');
    if (inspection.start() != null) {
      told.append(inspection.start()).append("..");
    }
    told.append(inspection.published());
    inspection.judgements().stream()
        .sorted(Comparator.comparingInt(Judgement::area))
        .forEach(
            judgement ->
                told.append(' ')
                    .append(framework.areas().get(judgement.area()).key())
                    .append('=')
                    .append(grade(framework.scale(), judgement.rank())));
    return told.toString();
  }

  private static String grade(Scale scale, int rank) {
    return rank == Scale.NOT_JUDGED ? Scale.NOT_JUDGED_KEY : scale.grade(rank).key();
  }
}
