package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.RecordRules.ListedRule;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reference.Field;

/** What holds for any record, however faulty. */
class NormaliserPropertyTest {
  private static final RecordRules RULES = RecordRules.of(Example.REFERENCE, Example.TODAY);

  @Property
  void everyJudgementIsKeptOrRejected(@ForAll("records") Example record) {
    Normaliser.Result result = record.result();

    assertThat(result.judgementsRead())
        .isEqualTo(record.judgements().size() * Math.max(1, result.records().size()));
    assertThat(kept(result) + result.judgementsRejected()).isEqualTo(result.judgementsRead());
  }

  private static int kept(Normaliser.Result result) {
    return result.records().stream()
        .filter(Inspection.class::isInstance)
        .mapToInt(inspection -> ((Inspection) inspection).judgements().size())
        .sum();
  }

  @Property
  void everyRejectedPartOfAnAcceptedRecordIsReported(@ForAll("records") Example record) {
    Normaliser.Result result = record.result();
    if (!result.records().isEmpty()) {
      int findings = record.findings().size() - result.records().get(0).findings().size();

      assertThat(result.issues().stream().filter(Rejection.class::isInstance))
          .hasSize(result.judgementsRejected() / result.records().size() + findings);
    }
  }

  @Property
  void aRejectedRecordReportsItsRejectionsAlone(@ForAll("records") Example record) {
    Normaliser.Result result = record.result();
    if (result.records().isEmpty()) {
      assertThat(result.issues()).isNotEmpty().allMatch(Rejection.class::isInstance);
    }
  }

  @Property
  void nothingIsReportedThatTheListDoesNotName(@ForAll("records") Example record) {
    for (QualityIssue issue : record.issues()) {
      assertThat(issue.type())
          .isIn(
              issue instanceof Rejection
                  ? types(ListedRule::rejects)
                  : issue instanceof Repair
                      ? types(ListedRule::repairs)
                      : types(ListedRule::doubts));
    }
  }

  private static Set<IssueType> types(Function<ListedRule, List<IssueType>> types) {
    return RULES.list().stream().map(types).flatMap(List::stream).collect(Collectors.toSet());
  }

  @Property
  void theSameRecordGivesTheSameWhateverCameBefore(
      @ForAll("records") Example record, @ForAll("records") Example before) {
    Normaliser normaliser = new Normaliser(Example.REFERENCE, Example.TODAY);
    normaliser.normalise(1, before.raw());
    normaliser.normalise(3, record.raw());

    assertThat(normaliser.normalise(3, record.raw())).isEqualTo(record.result());
  }

  @Property
  void theOrderOfJudgementsDoesNotMatterUnlessAnAreaIsRepeated(
      @ForAll("records") Example record, @ForAll Random random) {
    Example once = withEachAreaOnce(record);
    List<RawJudgement> judgements = new ArrayList<>(once.judgements());
    Collections.shuffle(judgements, random);
    Example shuffled = new Example(once.layout(), once.fields(), judgements, once.findings());

    assertThat(shuffled.result().records()).isEqualTo(once.result().records());
    assertThat(shuffled.issues()).containsExactlyInAnyOrderElementsOf(once.issues());
  }

  private static Example withEachAreaOnce(Example record) {
    return new Example(
        record.layout(),
        record.fields(),
        List.copyOf(
            record.judgements().stream()
                .collect(
                    Collectors.toMap(RawJudgement::area, Function.identity(), (one, same) -> one))
                .values()),
        record.findings());
  }

  @Property
  void anAcceptedRecordHasWhatItsKindNeeds(@ForAll("records") Example record) {
    record.result().records().forEach(NormaliserPropertyTest::assertHasWhatItsKindNeeds);
  }

  private static void assertHasWhatItsKindNeeds(CouncilRecord accepted) {
    if (accepted instanceof Inspection inspection) {
      assertThat(inspection.judgements())
          .isNotEmpty()
          .extracting(CouncilRecord.Judgement::area)
          .isSorted()
          .doesNotHaveDuplicates();
    } else {
      assertThat(Stream.of(accepted.start(), accepted.published())).anyMatch(date -> date != null);
    }
  }

  @Provide
  Arbitrary<Example> records() {
    Arbitrary<Example> fields =
        Combinators.combine(
                Arbitraries.of(Example.knowsley(), Example.devon(), Example.visit()),
                fields().list().ofMaxSize(3))
            .as(NormaliserPropertyTest::changed);
    return Combinators.combine(
            fields, judgements().list().ofMaxSize(5), findings().list().ofMaxSize(2))
        .as(
            (record, judgements, findings) ->
                new Example(
                    record.layout(),
                    record.fields(),
                    judgements.isEmpty() ? record.judgements() : judgements,
                    findings));
  }

  private record Change(Field field, String text) {}

  private static Example changed(Example record, List<Change> changes) {
    Example changed = record;
    for (Change change : changes) {
      changed = changed.with(change.field(), change.text());
    }
    return changed;
  }

  private static Arbitrary<Change> fields() {
    return Arbitraries.oneOf(
        changes(Field.LA_CODE, "340", "340;878", "878", "838", "999", "３４０", ""),
        changes(Field.COUNCIL, "Knowsley", "Devon\u00A0", "Knowsly", ""),
        changes(Field.GSS_CODE, "E08000011", "E10000008", "E08000999"),
        changes(Field.FRAMEWORK, "sif", "ilacs", "SIF", "siff", ""),
        changes(Field.INSPECTION_TYPE, "single", "monitoring visit", ""),
        changes(Field.START_DATE, "2014-04-29", "2014", "2022-12-05", "2027-01-01", "soon", ""),
        changes(Field.END_DATE, "2014-05", "2013", "x", ""),
        changes(Field.PUBLISHED_DATE, "2014-06-30", "2023-05", "2016-02-30", ""),
        changes(Field.THEME, "children’s homes", "Front door"));
  }

  private static Arbitrary<Change> changes(Field field, String... texts) {
    return Arbitraries.of(texts).map(text -> new Change(field, text));
  }

  private static Arbitrary<RawJudgement> judgements() {
    return Combinators.combine(
            Arbitraries.of(
                "overall_effectiveness",
                "help_and_protection",
                "care_leavers",
                "adoption",
                "in_care",
                "lscb",
                "care_leaver"),
            Arbitraries.of(
                "Good", "Inadequate", "to good", "go od", "ＧＯＯＤ", "Not judged", "nan", ""))
        .as(RawJudgement::new);
  }

  private static Arbitrary<RawFinding> findings() {
    return Combinators.combine(
            Arbitraries.of("staff", "children’s homes"),
            Arbitraries.of("strength", "Weakness", "praise"),
            Arbitraries.of("Steady.", ""))
        .as(RawFinding::new);
  }
}
