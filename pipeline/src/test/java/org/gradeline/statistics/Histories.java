package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil;
import org.gradeline.histories.Records;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Councils whose inspections are written down a line each, with the project's reference data: the
 * framework, the start ({@code -} when unknown), the publication, and the judgements. Dates and
 * grades are those of the reports, for the headline at least.
 */
final class Histories {
  static final Reference REFERENCE = load();

  static final Line HEADLINE = line("headline");
  static final Scope ANY = REFERENCE.everyFramework();

  static final CouncilHistory KNOWSLEY =
      history(
          "340",
          "slac - 2010-03-12 safeguarding=good looked_after=good",
          "sif 2014-04-29 2014-06-30 overall_effectiveness=inadequate lscb=inadequate",
          "sif 2017-03-13 2017-06-13 overall_effectiveness=requires_improvement",
          "ilacs 2021-10-11 2021-12-03 overall_effectiveness=requires_improvement",
          "ilacs 2024-11-18 2025-01-20 overall_effectiveness=inadequate");
  static final CouncilHistory BIRMINGHAM =
      history(
          "330",
          "slac - 2010-07-16 safeguarding=inadequate",
          "cpi - 2012-10-19 overall_effectiveness=inadequate",
          "sif 2014-03-18 2014-05-23 overall_effectiveness=inadequate",
          "sif 2016-09-12 2016-11-25 overall_effectiveness=inadequate",
          "ilacs 2018-12-03 2019-01-17 overall_effectiveness=requires_improvement",
          "ilacs 2023-02-20 2023-04-18 overall_effectiveness=good");
  static final CouncilHistory SANDWELL =
      history(
          "333",
          "slac - 2010-01-13 safeguarding=inadequate looked_after=requires_improvement",
          "slac - 2012-02-20 safeguarding=requires_improvement",
          "cpi - 2013-04-09 overall_effectiveness=inadequate",
          "tlac - 2013-08-02 overall_effectiveness=inadequate",
          "sif 2015-01-27 2015-06-05 overall_effectiveness=inadequate lscb=inadequate",
          "sif 2017-11-06 2018-01-29 overall_effectiveness=inadequate",
          "ilacs 2022-05-09 2022-07-05 overall_effectiveness=requires_improvement",
          "ilacs 2025-10-13 2025-12-02 overall_effectiveness=good");
  static final CouncilHistory HEREFORDSHIRE =
      history(
          "884",
          "slac - 2010-10-22 safeguarding=requires_improvement",
          "cpi - 2012-10-19 overall_effectiveness=inadequate",
          "sif 2014-04-29 2014-06-30 overall_effectiveness=requires_improvement",
          "ilacs 2018-06-11 2018-07-23 overall_effectiveness=requires_improvement",
          "ilacs 2022-07-18 2022-09-21 overall_effectiveness=inadequate",
          "ilacs 2025-11-10 2026-01-12 overall_effectiveness=good");
  static final CouncilHistory NORTH_YORKSHIRE =
      history(
          "815",
          "slac - 2009-10-23 safeguarding=requires_improvement",
          "cpi - 2012-11-09 overall_effectiveness=requires_improvement",
          "sif 2014-04-30 2014-06-30 overall_effectiveness=good",
          "ilacs 2018-07-02 2018-08-06 overall_effectiveness=outstanding",
          "ilacs 2023-07-03 2023-08-18 overall_effectiveness=outstanding");
  static final CouncilHistory OXFORDSHIRE =
      history(
          "931",
          "slac - 2011-05-06 safeguarding=good",
          "sif 2014-04-29 2014-06-30 overall_effectiveness=good",
          "ilacs 2018-04-16 2018-05-22 overall_effectiveness=good",
          "ilacs 2024-02-12 2024-04-09 overall_effectiveness=good");

  /** Closed on 1 April 2019. */
  static final CouncilHistory BOURNEMOUTH =
      history(
          "837",
          "slac - 2011-04-08 safeguarding=good",
          "sif - 2014-06-30 overall_effectiveness=requires_improvement",
          "ilacs 2018-07-16 2018-08-24 overall_effectiveness=requires_improvement");

  /** Closed on 1 April 2021. */
  static final CouncilHistory NORTHAMPTONSHIRE =
      history(
          "928",
          "slac - 2011-05-06 safeguarding=requires_improvement",
          "cpi - 2013-03-20 overall_effectiveness=inadequate",
          "sif 2016-02 2016-04-27 overall_effectiveness=requires_improvement",
          "ilacs 2019-06-17 2019-07-29 overall_effectiveness=inadequate");

  /** Inspected after the overall judgement went, in April 2026. */
  static final CouncilHistory BRENT =
      history(
          "304",
          "slac - 2011-11-18 safeguarding=requires_improvement",
          "cpi - 2012-11-30 overall_effectiveness=requires_improvement",
          "sif 2015-09-14 2015-11-30 overall_effectiveness=requires_improvement",
          "ilacs 2018-05-14 2018-07-02 overall_effectiveness=good",
          "ilacs 2023-02-20 2023-04-11 overall_effectiveness=good",
          "ilacs 2026-04-27 2026-06-17 help_and_protection=good");

  static final List<CouncilHistory> ALL =
      List.of(
          BRENT,
          BIRMINGHAM,
          SANDWELL,
          KNOWSLEY,
          NORTH_YORKSHIRE,
          BOURNEMOUTH,
          HEREFORDSHIRE,
          NORTHAMPTONSHIRE,
          OXFORDSHIRE);

  private Histories() {}

  /** A council's history. */
  static CouncilHistory history(String laCode, String... inspections) {
    Council council = council(laCode);
    List<CouncilRecord> records = new ArrayList<>();
    for (String inspection : inspections) {
      records.add(inspection(council, inspection, records.size() + 2L));
    }
    return CouncilHistory.of(council, MergedCouncil.of(records, Records.AS_NUMBERED), REFERENCE);
  }

  private static Inspection inspection(Council council, String text, long number) {
    List<String> words = List.of(text.split(" ", -1));
    Framework framework = present(REFERENCE.framework(words.get(0)), words.get(0));
    List<Judgement> judgements = new ArrayList<>();
    for (String judgement : words.subList(3, words.size())) {
      List<String> parts = List.of(judgement.split("=", -1));
      Area area = present(framework.area(parts.get(0)), judgement);
      judgements.add(
          new Judgement(
              area.position(), rank(framework.scale(), parts.get(1)), parts.get(1), 0, number));
    }
    judgements.sort(Comparator.comparingInt(Judgement::area));
    return new Inspection(
        council.position(),
        framework.position(),
        "",
        words.get(1).equals("-") ? null : date(words.get(1)),
        null,
        date(words.get(2)),
        "",
        judgements,
        0,
        List.of(),
        0,
        number);
  }

  private static int rank(Scale scale, String grade) {
    return grade.equals(Scale.NOT_JUDGED_KEY)
        ? Scale.NOT_JUDGED
        : scale.grades().stream()
            .filter(candidate -> candidate.key().equals(grade))
            .mapToInt(Grade::rank)
            .findFirst()
            .orElseThrow();
  }

  /** What had started and was out by a day. */
  static ReportingDate asAt(String day) {
    return new ReportingDate(LocalDate.parse(day), LocalDate.parse(day));
  }

  /** What had started by one day and was out by another. */
  static ReportingDate asAt(String day, String publishedBy) {
    return new ReportingDate(LocalDate.parse(day), LocalDate.parse(publishedBy));
  }

  static PartialDate date(String text) {
    return present(PartialDate.parse(text), text);
  }

  static Council council(String laCode) {
    return present(REFERENCE.councils().byLaCode(laCode), laCode);
  }

  static Line line(String key) {
    return REFERENCE.lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static Scope scope(String key) {
    return REFERENCE.scopes().stream()
        .filter(scope -> scope.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static Geography geography(String level, String name) {
    return REFERENCE.geographies().stream()
        .filter(place -> place.level().equals(level) && place.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A tally that has counted councils. */
  static <T extends Tally> T counted(T tally, CouncilHistory... councils) {
    for (CouncilHistory council : councils) {
      tally.count(council);
    }
    return tally;
  }

  /** What a tally writes. */
  static byte[] written(Tally tally) {
    CountsOutput out = new CountsOutput();
    tally.write(out);
    return out.bytes();
  }

  /** A tally that has taken in what others have written. */
  static <T extends Tally> T sum(T tally, Tally... parts) {
    for (Tally part : parts) {
      CountsInput in = new CountsInput(written(part));
      try {
        tally.add(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(in.hasMore()).as("everything is read").isFalse();
    }
    return tally;
  }

  private static <V> V present(@Nullable V value, String what) {
    if (value == null) {
      throw new IllegalArgumentException(what);
    }
    return value;
  }

  private static Reference load() {
    try {
      return ReferenceLoader.load(Path.of("..", "data"));
    } catch (ReferenceException e) {
      throw new IllegalStateException(e);
    }
  }
}
