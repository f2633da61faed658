package org.gradeline.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.gradeline.histories.MergedCouncil.MergeCounts;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.IssueType;
import org.gradeline.normalising.QualityIssue.Warning;

/** What holds for any records, however many of them are of one event. */
class MergedCouncilPropertyTest {

  @Property
  void theOrderInWhichRecordsArriveMakesNoDifference(
      @ForAll("records") List<CouncilRecord> records, @ForAll Random random) {
    List<CouncilRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);

    assertThat(MergedCouncil.of(shuffled, Records.AS_NUMBERED))
        .isEqualTo(MergedCouncil.of(records, Records.AS_NUMBERED));
  }

  @Property
  void everyRecordAndJudgementIsCountedOnce(@ForAll("records") List<CouncilRecord> records) {
    MergedCouncil merged = MergedCouncil.of(records, Records.AS_NUMBERED);
    MergeCounts all =
        merged.mergeCounts().values().stream().reduce(MergeCounts.NONE, MergeCounts::plus);

    assertThat(all.acceptedRecords() + all.duplicateRecords()).isEqualTo(records.size());
    assertThat(all.rated() + all.notJudged() + all.duplicateJudgements())
        .isEqualTo(inspections(records).stream().mapToLong(it -> it.judgements().size()).sum());
    assertThat(all.rated() + all.notJudged())
        .isEqualTo(merged.inspections().stream().mapToLong(it -> it.judgements().size()).sum());
    assertThat(all.acceptedRecords())
        .isGreaterThanOrEqualTo(merged.inspections().size() + merged.visits().size());
  }

  @Property
  void nothingThatWasSaidIsLostAndNothingIsMadeUp(@ForAll("records") List<CouncilRecord> records) {
    MergedCouncil merged = MergedCouncil.of(records, Records.AS_NUMBERED);

    assertThat(merged.inspections().stream().flatMap(it -> it.judgements().stream()))
        .isSubsetOf(inspections(records).stream().flatMap(it -> it.judgements().stream()).toList());
    assertThat(merged.inspections().stream().flatMap(it -> it.findings().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            inspections(records).stream()
                .flatMap(it -> it.findings().stream())
                .distinct()
                .toList());
    assertThat(merged.visits().stream().map(Visit::theme).filter(theme -> !theme.isEmpty()))
        .containsAll(
            records.stream()
                .filter(Visit.class::isInstance)
                .map(record -> ((Visit) record).theme())
                .filter(theme -> !theme.isEmpty())
                .distinct()
                .toList());
  }

  @Property
  void exchangedRowsGiveTheSameOutcome(@ForAll("told") List<String> told, @ForAll Random random) {
    List<String> exchanged = new ArrayList<>(told);
    Collections.shuffle(exchanged, random);

    assertThat(outcome(exchanged)).isEqualTo(outcome(told));
  }

  /** All but the lines on which it stands. */
  private static List<Object> outcome(List<String> told) {
    MergedCouncil merged =
        MergedCouncil.of(Records.of(told.toArray(String[]::new)), Records.AS_NUMBERED);
    return List.of(
        merged.inspections().stream().map(Records::tell).toList(),
        merged.inspections().stream().map(it -> it.findings() + " " + it.source()).toList(),
        merged.visits().stream()
            .map(it -> it.start() + " " + it.published() + " " + it.theme() + " " + it.source())
            .toList(),
        merged.conflicts().stream()
            .map(it -> it.kept().rank() + " " + it.other().rank() + " " + it.other().source())
            .sorted()
            .toList(),
        merged.warnings().stream()
            .map(it -> it.source() + it.type().key() + it.field() + it.value() + it.message())
            .sorted()
            .toList(),
        merged.mergeCounts());
  }

  @Property
  void inspectionsThatShareAKnownDayAreFarApartOrInDoubt(
      @ForAll("records") List<CouncilRecord> records) {
    MergedCouncil merged = MergedCouncil.of(records, Records.AS_NUMBERED);

    List<Inspection> all = merged.inspections();
    for (int i = 1; i < all.size(); i++) {
      for (Inspection other : all.subList(0, i)) {
        if (all.get(i).framework() == other.framework()
            && other.published().isFull()
            && other.published().equals(all.get(i).published())) {
          assertThat(merged.warnings())
              .extracting(Warning::type)
              .containsAnyOf(
                  IssueType.DISTANT_DATE, IssueType.AMBIGUOUS_DATE, IssueType.DIFFERENT_DATE);
        }
      }
    }
  }

  private static List<Inspection> inspections(List<CouncilRecord> records) {
    return records.stream()
        .filter(Inspection.class::isInstance)
        .map(Inspection.class::cast)
        .toList();
  }

  /** Each record has a line of its own. */
  @Provide
  Arbitrary<List<CouncilRecord>> records() {
    return told().map(all -> Records.of(all.toArray(String[]::new)));
  }

  /** Few dates, so that many records are of one event, also in chains of near dates. */
  @Provide
  Arbitrary<List<String>> told() {
    Arbitrary<String> starts =
        Arbitraries.of("", "2014-04-29..", "2014-04..", "2014-05-06..", "2014-01-07..");
    Arbitrary<String> published =
        Arbitraries.of(
            "2014-06-30", "2014-06", "2014-07-07", "2014-07", "2014", "2014-09-25", "2015-01-05");
    Arbitrary<String> inspections =
        Combinators.combine(
                Arbitraries.of("sif ", "lscb "),
                starts,
                published,
                Arbitraries.of(" lscb=good", " lscb=inadequate", " lscb=not_judged", " lscb=?", ""),
                Arbitraries.of("", " strength=team:stable", " weakness=records:vary"))
            .as(
                (framework, start, day, judgement, finding) ->
                    framework + start + day + judgement + finding);
    Arbitrary<String> visits =
        Combinators.combine(
                Arbitraries.of("focused ", "monitoring "),
                Arbitraries.of("2014-06-30", "2014-06", "2014", "2014-07-07..2014-08-01"),
                Arbitraries.of("", " theme=front_door", " theme=care_leavers"))
            .as((kind, day, theme) -> kind + day + theme);
    Arbitrary<String> told =
        Combinators.combine(
                Arbitraries.frequencyOf(Tuple.of(4, inspections), Tuple.of(1, visits)),
                Arbitraries.of(" @0", " @1", " @2"))
            .as((record, source) -> record + source);
    return told.list().ofMaxSize(9);
  }
}
