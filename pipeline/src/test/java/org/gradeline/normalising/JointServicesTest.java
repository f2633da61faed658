package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.rejection;
import static org.gradeline.normalising.Example.visit;
import static org.gradeline.normalising.Example.warning;

import java.util.List;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record of a joint service names several councils, and is a record of each of them. */
class JointServicesTest {

  /** Kensington and Chelsea and Westminster have services in common. */
  private static Example joint() {
    return devon().with(Field.LA_CODE, "207;213");
  }

  private static List<String> laCodes(Example record) {
    return record.result().records().stream()
        .map(each -> Example.REFERENCE.councils().all().get(each.council()).laCode())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "LA_CODE,  207;213",
    "LA_CODE,  ' 207 ; 213 '",
    "LA_CODE,  ２０７；２１３",
    "GSS_CODE, E09000020;E09000033",
    "COUNCIL,  Kensington & Chelsea; City of Westminster",
  })
  void itIsARecordOfEachCouncilThatItNames(Field field, String text) {
    assertThat(laCodes(devon().without(Field.LA_CODE).with(field, text)))
        .containsExactly("207", "213");
  }

  @Test
  void eachHasTheSameJudgementsSourceAndLine() {
    List<CouncilRecord> records = joint().result().records();

    assertThat(records).hasSize(2);
    assertThat(records.get(0).lineNumber()).isEqualTo(records.get(1).lineNumber());
    assertThat(((Inspection) records.get(0)).judgements())
        .isEqualTo(((Inspection) records.get(1)).judgements())
        .hasSize(2);
  }

  @Test
  void itsJudgementsCountOnceForEachCouncilAndItsIssuesOnce() {
    Normaliser.Result result = joint().judged("in_care", "Fine").result();

    assertThat(result.judgementsRead()).isEqualTo(6);
    assertThat(result.judgementsRejected()).isEqualTo(2);
    assertThat(result.issues())
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.UNKNOWN_GRADE, IssueType.LATE_PUBLICATION);
  }

  @Test
  void aJointVisitIsAVisitToEach() {
    assertThat(laCodes(visit().with(Field.LA_CODE, "207;213"))).containsExactly("207", "213");
  }

  @Test
  void namesAndCodesMustListTheSameCouncils() {
    assertThat(laCodes(joint().with(Field.COUNCIL, "Kensington and Chelsea; Westminster")))
        .containsExactly("207", "213");
    assertThat(joint().with(Field.COUNCIL, "Westminster; Kensington and Chelsea").issues())
        .containsExactly(
            rejection(
                IssueType.COUNCIL_MISMATCH,
                "council",
                "Westminster",
                "la_code '207' is Kensington and Chelsea, but council 'Westminster' is Westminster."
                    + " Make them agree.",
                "Kensington and Chelsea (207) or Westminster (213)"));
    assertThat(joint().with(Field.COUNCIL, "Westminster").issues())
        .containsExactly(
            rejection(
                IssueType.COUNCIL_MISMATCH,
                "council",
                "Westminster",
                "the number of councils in la_code '207;213' is 2, but in council 'Westminster' it"
                    + " is 1. Name the same councils in both, or leave one of them blank.",
                ""));
  }

  @Test
  void eachCouncilIsNamedOnceAndKnown() {
    assertThat(devon().with(Field.LA_CODE, "207;207").issues())
        .containsExactly(
            rejection(
                IssueType.COUNCIL_MISMATCH,
                "la_code",
                "207;207",
                "la_code '207;207' names Kensington and Chelsea (207) twice. Name each council"
                    + " once.",
                ""));
    assertThat(devon().with(Field.LA_CODE, "207;999").issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_COUNCIL,
                "la_code",
                "999",
                "la_code '999' is not a known council. Correct it, or add the council to"
                    + " reference/councils.csv.",
                ""));
    assertThat(devon().with(Field.LA_CODE, "207;").issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_COUNCIL,
                "la_code",
                "207;",
                "la_code '207;' has a gap in its list of councils. Fill it, or remove the extra"
                    + " ';'.",
                ""));
  }

  @Test
  void everyCouncilMustHaveBeenOpen() {
    assertThat(devon().with(Field.LA_CODE, "878;909").issues())
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.COUNCIL_NOT_OPEN);
  }

  @Test
  void anEarlierCodeInTheListIsDoubted() {
    assertThat(visit().without(Field.LA_CODE).with(Field.GSS_CODE, "E10000008;E08000016").issues())
        .containsExactly(
            warning(
                IssueType.SUPERSEDED_CODE,
                "gss_code",
                "E08000016",
                "Barnsley has had the code E08000038 since 2025-04-01"));
  }
}
