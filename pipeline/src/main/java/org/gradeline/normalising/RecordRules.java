package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.reference.Reference;

/**
 * All rules in the order in which they apply: the table of contents of this package. The section on
 * records in docs/FAULTS.md has the same order, and a test compares the two.
 *
 * <p>The first rule that rejects a record ends the list. Not thread safe: the rules on councils
 * remember whom they have looked up.
 *
 * <pre>{@code
 * RuleOutcome outcome = RecordRules.of(reference, today).apply(RecordDraft.of(source, raw));
 * }</pre>
 *
 * @param list the rules
 */
record RecordRules(List<ListedRule> list) {

  /**
   * A rule and the types of issue that it finds.
   *
   * @param rule the rule
   * @param rejects why it leaves out a record, a judgement or a finding
   * @param repairs what it repairs
   * @param doubts what it warns of
   */
  record ListedRule(
      RecordRule rule, List<IssueType> rejects, List<IssueType> repairs, List<IssueType> doubts) {

    private ListedRule rejects(IssueType... types) {
      return new ListedRule(rule, List.of(types), repairs, doubts);
    }

    private ListedRule repairs(IssueType... types) {
      return new ListedRule(rule, rejects, List.of(types), doubts);
    }

    private ListedRule doubts(IssueType... types) {
      return new ListedRule(rule, rejects, repairs, List.of(types));
    }
  }

  /**
   * The rules of a run.
   *
   * @param reference the run's reference data
   * @param today dates after it are doubted
   */
  static RecordRules of(Reference reference, LocalDate today) {
    CouncilRules councils = new CouncilRules(reference);
    VisitRules visits = new VisitRules(reference);
    FrameworkRules frameworks = new FrameworkRules(reference);
    JudgementRules judgements = new JudgementRules(reference);
    return new RecordRules(
        List.of(
            rule(TextRules::read)
                .repairs(
                    IssueType.WIDE_CHARACTERS,
                    IssueType.INVISIBLE_CHARACTERS,
                    IssueType.SPLIT_LETTERS,
                    IssueType.CURLY_QUOTES,
                    IssueType.WHOLE_NUMBER,
                    IssueType.TIME_OF_DAY)
                .doubts(IssueType.UNREADABLE_VALUE),
            rule(CouncilRules::named).rejects(IssueType.MISSING_COUNCIL),
            rule(councils::knownAndAgreeing)
                .rejects(IssueType.UNKNOWN_COUNCIL, IssueType.COUNCIL_MISMATCH)
                .doubts(IssueType.DOUBTFUL_NAME),
            rule(visits::read),
            rule(frameworks::known).rejects(IssueType.UNKNOWN_FRAMEWORK),
            rule(frameworks::named).rejects(IssueType.MISSING_FRAMEWORK),
            rule(DateRules::readable).rejects(IssueType.INVALID_DATE),
            rule(DateRules::present).rejects(IssueType.MISSING_DATE),
            rule(DateRules::inOrder).rejects(IssueType.DATE_ORDER),
            rule(DatedFrameworkRule::ofItsDay).rejects(IssueType.UNCLEAR_FRAMEWORK),
            rule(frameworks::inUse).rejects(IssueType.OUTSIDE_FRAMEWORK),
            rule(councils::open).rejects(IssueType.COUNCIL_NOT_OPEN),
            rule(visits::judgedOrVisited).rejects(IssueType.NO_JUDGEMENT),
            rule(judgements::read)
                .rejects(
                    IssueType.UNKNOWN_AREA,
                    IssueType.UNREADABLE_GRADE,
                    IssueType.UNKNOWN_GRADE,
                    IssueType.AREA_NOT_JUDGED,
                    IssueType.REPEATED_AREA)
                .repairs(IssueType.LEADING_TO, IssueType.INNER_SPACE),
            rule(FindingRules::read)
                .rejects(IssueType.UNKNOWN_FINDING_KIND, IssueType.MISSING_THEME),
            rule(DoubtRules::latePublication).doubts(IssueType.LATE_PUBLICATION),
            rule(DoubtRules::missingStart).doubts(IssueType.MISSING_START_DATE),
            rule(draft -> DoubtRules.future(draft, today)).doubts(IssueType.FUTURE_DATE),
            rule(DoubtRules::supersededCode).doubts(IssueType.SUPERSEDED_CODE)));
  }

  private static ListedRule rule(RecordRule rule) {
    return new ListedRule(rule, List.of(), List.of(), List.of());
  }

  /** Applies the rules, up to the first that rejects the record. */
  RuleOutcome apply(RecordDraft draft) {
    RecordDraft known = draft;
    for (ListedRule listed : list) {
      RuleOutcome outcome = listed.rule().apply(known);
      if (!(outcome instanceof RecordDraft next)) {
        return outcome;
      }
      known = next;
    }
    return known;
  }
}
