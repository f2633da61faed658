package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.history;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.visit;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradeline.FaultsDocument;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.normalising.RecordRules.ListedRule;
import org.gradeline.normalising.RuleOutcome.RejectedRecord;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of rules is the one that users read, and a record goes through it in that order. */
class RecordRulesTest {
  private static final RecordRules RULES = RecordRules.of(Example.REFERENCE, Example.TODAY);

  /** Found before there is a record. */
  private static final Set<IssueType> OF_PLACES =
      EnumSet.of(
          IssueType.MALFORMED_ROW,
          IssueType.MALFORMED_JSON,
          IssueType.UNREADABLE_FILE,
          IssueType.UNKNOWN_LAYOUT,
          IssueType.UNKNOWN_COLUMN);

  /** Repaired while a file is read. */
  private static final Set<IssueType> OF_READING =
      EnumSet.of(IssueType.COLUMN_NAME, IssueType.SHORT_ROW);

  /** Found where records are merged. */
  private static final Set<IssueType> OF_MERGING =
      EnumSet.of(IssueType.AMBIGUOUS_DATE, IssueType.DISTANT_DATE, IssueType.DIFFERENT_DATE);

  @Test
  void theListReadsLikeTheTablesOfTheDocument() throws IOException {
    FaultsDocument faults = FaultsDocument.read();

    assertThat(keys(ListedRule::rejects)).isEqualTo(without(OF_PLACES, faults.rejected()));
    assertThat(keys(ListedRule::repairs)).isEqualTo(without(OF_READING, faults.repaired()));
    assertThat(keys(ListedRule::doubts)).isEqualTo(without(OF_MERGING, faults.doubted()));
  }

  private static List<String> keys(Function<ListedRule, List<IssueType>> types) {
    return RULES.list().stream().map(types).flatMap(List::stream).map(IssueType::key).toList();
  }

  private static List<String> without(Set<IssueType> others, List<String> listed) {
    List<String> keys = others.stream().map(IssueType::key).toList();
    assertThat(listed).containsAll(keys);
    return listed.stream().filter(key -> !keys.contains(key)).toList();
  }

  @ParameterizedTest
  @MethodSource
  void everyTypeIsFoundByTheRuleThatListsIt(IssueType type, Example record) {
    ListedRule finder = finder(record, type);

    assertThat(finder.rejects().contains(type)).isEqualTo(found(record, type, Rejection.class));
    assertThat(finder.repairs().contains(type)).isEqualTo(found(record, type, Repair.class));
    assertThat(finder.doubts().contains(type)).isEqualTo(found(record, type, Warning.class));
  }

  static List<Arguments> everyTypeIsFoundByTheRuleThatListsIt() {
    return List.of(
        arguments(IssueType.WIDE_CHARACTERS, knowsley().with(Field.REPORT, "ｒ")),
        arguments(IssueType.INVISIBLE_CHARACTERS, knowsley().with(Field.COUNCIL, "Know\u00ADsley")),
        arguments(IssueType.SPLIT_LETTERS, visit().with(Field.THEME, "Cafe\u0301s")),
        arguments(IssueType.WHOLE_NUMBER, knowsley().with(Field.LA_CODE, "340.0")),
        arguments(IssueType.TIME_OF_DAY, knowsley().with(Field.END_DATE, "2014-05-21T00:00:00")),
        arguments(IssueType.CURLY_QUOTES, visit().with(Field.THEME, "children’s homes")),
        arguments(IssueType.UNREADABLE_VALUE, knowsley().with(Field.END_DATE, "?").unreadable("?")),
        arguments(
            IssueType.MISSING_COUNCIL, knowsley().without(Field.LA_CODE).without(Field.COUNCIL)),
        arguments(IssueType.UNKNOWN_COUNCIL, knowsley().with(Field.LA_CODE, "999")),
        arguments(IssueType.COUNCIL_MISMATCH, knowsley().with(Field.COUNCIL, "Devon")),
        arguments(IssueType.DOUBTFUL_NAME, knowsley().with(Field.COUNCIL, "Knowsley children")),
        arguments(IssueType.UNKNOWN_FRAMEWORK, knowsley().with(Field.FRAMEWORK, "siff")),
        arguments(IssueType.MISSING_FRAMEWORK, knowsley().without(Field.FRAMEWORK)),
        arguments(IssueType.INVALID_DATE, knowsley().with(Field.END_DATE, "soon")),
        arguments(IssueType.MISSING_DATE, knowsley().without(Field.PUBLISHED_DATE)),
        arguments(IssueType.DATE_ORDER, knowsley().with(Field.END_DATE, "2013")),
        arguments(IssueType.UNCLEAR_FRAMEWORK, history().with(Field.START_DATE, "2018-03-05")),
        arguments(IssueType.OUTSIDE_FRAMEWORK, devon().with(Field.FRAMEWORK, "sif")),
        arguments(IssueType.COUNCIL_NOT_OPEN, visit().with(Field.LA_CODE, "942")),
        arguments(IssueType.NO_JUDGEMENT, knowsley().withoutJudgements()),
        arguments(IssueType.UNKNOWN_AREA, knowsley().judged("in_care", "Good")),
        arguments(IssueType.UNREADABLE_GRADE, knowsley().judged("adoption", "?").unreadable("?")),
        arguments(IssueType.UNKNOWN_GRADE, knowsley().judged("adoption", "Adequate")),
        arguments(
            IssueType.AREA_NOT_JUDGED,
            devon().with(Field.START_DATE, "2022-12-05").judged("care_leavers", "Good")),
        arguments(IssueType.REPEATED_AREA, knowsley().judged("lscb", "Good")),
        arguments(IssueType.LEADING_TO, knowsley().judged("adoption", "to good")),
        arguments(IssueType.INNER_SPACE, knowsley().judged("adoption", "go od")),
        arguments(IssueType.UNKNOWN_FINDING_KIND, visit().found("staff", "praise", "Steady.")),
        arguments(IssueType.MISSING_THEME, visit().found(" ", "strength", "Steady.")),
        arguments(IssueType.LATE_PUBLICATION, devon()),
        arguments(IssueType.MISSING_START_DATE, knowsley().without(Field.START_DATE)),
        arguments(IssueType.FUTURE_DATE, knowsley().with(Field.END_DATE, "2030")),
        arguments(
            IssueType.SUPERSEDED_CODE,
            devon().with(Field.LA_CODE, "370").with(Field.GSS_CODE, "E08000016")));
  }

  @Test
  void everyListedTypeHasACaseAbove() {
    assertThat(everyTypeIsFoundByTheRuleThatListsIt().stream().map(it -> it.get()[0]))
        .containsExactlyInAnyOrderElementsOf(
            RULES.list().stream()
                .flatMap(
                    rule ->
                        Stream.of(rule.rejects(), rule.repairs(), rule.doubts())
                            .flatMap(List::stream))
                .toList());
  }

  /** The first rule after which a record has an issue of a type. */
  private static ListedRule finder(Example record, IssueType type) {
    RecordDraft draft = RecordDraft.of(0, record.raw());
    for (ListedRule listed : RULES.list()) {
      RuleOutcome outcome = listed.rule().apply(draft);
      if (issues(outcome).stream().anyMatch(issue -> issue.type() == type)) {
        return listed;
      }
      draft = (RecordDraft) outcome;
    }
    throw new AssertionError("no rule finds " + type);
  }

  private static boolean found(
      Example record, IssueType type, Class<? extends QualityIssue> outcome) {
    return record.issues().stream()
        .anyMatch(issue -> issue.type() == type && outcome.isInstance(issue));
  }

  private static List<? extends QualityIssue> issues(RuleOutcome outcome) {
    return outcome instanceof RecordDraft draft
        ? draft.issues()
        : ((RejectedRecord) outcome).rejections();
  }

  @Test
  void aRuleThatFindsNothingGivesBackTheSameDraft() {
    RecordDraft draft = (RecordDraft) RULES.apply(RecordDraft.of(0, knowsley().raw()));

    for (RecordRule rule :
        List.<RecordRule>of(
            TextRules::read,
            CouncilRules::named,
            DateRules::present,
            DateRules::inOrder,
            FindingRules::read,
            DoubtRules::latePublication,
            DoubtRules::missingStart,
            DoubtRules::supersededCode)) {
      assertThat(rule.apply(draft)).isSameAs(draft);
    }
  }

  @Test
  void nothingIsAskedAfterTheFirstRejection() {
    RecordRules rules =
        new RecordRules(
            List.of(
                RULES.list().get(0),
                RULES.list().get(1),
                new ListedRule(
                    draft -> {
                      throw new AssertionError("asked");
                    },
                    List.of(),
                    List.of(),
                    List.of())));

    RuleOutcome outcome = rules.apply(RecordDraft.of(0, Example.blank().raw()));

    assertThat(issues(outcome))
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.MISSING_COUNCIL);
  }
}
