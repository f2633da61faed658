package org.gradeline.normalising;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.GradeWordings.GradeReading;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout;
import org.gradeline.reference.PlainText;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** Whatever is printed in place of a grade, it is one of its framework, or an issue. */
class GradeFuzzTest {
  private static final Normaliser NORMALISER = new Normaliser(Example.REFERENCE, Example.TODAY);
  private static final Framework ILACS =
      Objects.requireNonNull(Example.REFERENCE.framework("ilacs"));
  private static final List<Wordings> WORDINGS =
      Example.REFERENCE.frameworks().stream().map(Wordings::of).toList();
  private static final String AREA = "overall_effectiveness";
  private static final int UNREADABLE = -1;

  /**
   * A framework's grades.
   *
   * @param ranks rank of each wording by its letters
   */
  private record Wordings(Framework framework, GradeWordings wordings, Map<String, Integer> ranks) {
    static Wordings of(Framework framework) {
      return new Wordings(
          framework,
          new GradeWordings(framework, Example.REFERENCE.frameworks()),
          framework.wordings().entrySet().stream()
              .collect(
                  Collectors.toMap(wording -> letters(wording.getKey()), Map.Entry::getValue)));
    }
  }

  @FuzzTest
  @DictionaryEntries({
    "outstanding",
    "good",
    "requires improvement",
    " to be good",
    "to ",
    "inadequate",
    "adequate",
    "not judged",
    "\u200B",
    "\u00A0",
    "\u3000",
    "\uFF47",
    "\u2019",
    "\u0130",
    "nan",
    "data_unreadable"
  })
  void anyTextIsAGradeOfItsFrameworkOrAnIssue(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    for (Wordings known : WORDINGS) {
      byTheWordings(known, text);
    }
    for (Layout layout : Example.REFERENCE.layouts()) {
      inARecord(layout, text);
    }
    lookingDifferent(text);
  }

  private static void byTheWordings(Wordings known, String text) {
    String letters = letters(text);
    Parsed<GradeReading> read = known.wordings().read(AREA, text);
    if (read instanceof Invalid<GradeReading> bad) {
      RuleViolation violation = bad.violation();
      assertThat(violation.type()).isEqualTo(IssueType.UNKNOWN_GRADE);
      assertThat(violation.value()).isEqualTo(text);
      assertThat(Wording.of(violation.suggestion()))
          .isIn(orNothing(known.framework().wordings().keySet()));
      assertThat(known.ranks()).doesNotContainKey(letters);
      return;
    }
    GradeReading grade = ((Valid<GradeReading>) read).value();
    String withoutTo = letters.startsWith("to") ? letters.substring(2) : letters;
    assertThat(grade.rank())
        .isBetween(0, known.framework().scale().grades().size())
        .isEqualTo(known.ranks().getOrDefault(letters, known.ranks().get(withoutTo)));
    if (grade.repair() != null) {
      assertThat(known.wordings().read(AREA, grade.repaired()))
          .isEqualTo(Parsed.valid(new GradeReading(grade.rank(), null, grade.repaired())));
    }
    for (String same : List.of(" " + text, text + "\t", text.replace(" ", "  "), upper(text))) {
      assertThat(rank(known.wordings().read(AREA, same))).isEqualTo(grade.rank());
    }
  }

  private static Set<String> orNothing(Set<String> texts) {
    return Stream.concat(texts.stream(), Stream.of("")).collect(Collectors.toSet());
  }

  private static String letters(String text) {
    return text.replaceAll("[ \t-\r]", "").toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.chars().allMatch(c -> c < 0x80) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static int rank(Parsed<GradeReading> read) {
    return read instanceof Valid<GradeReading> good ? good.value().rank() : UNREADABLE;
  }

  /** Each judgement of a record is used or rejected, and reported. */
  private static void inARecord(Layout layout, String text) {
    Normaliser.Result result = result(layout, text);

    Inspection inspection = (Inspection) result.records().get(0);
    assertThat(result.judgementsRead()).isEqualTo(2);
    assertThat(inspection.judgements()).hasSize(2 - result.judgementsRejected());
    assertThat(result.issues().stream().filter(Rejection.class::isInstance))
        .hasSize(result.judgementsRejected());
    assertThat(inspection.judgements())
        .allSatisfy(
            judgement -> assertThat(judgement.rank()).isBetween(0, ILACS.scale().grades().size()));
    assertThat(inspection.unreadableAreas() != 0).isEqualTo(result.judgementsRejected() > 0);
    List<Repair> repairs =
        result.issues().stream().filter(Repair.class::isInstance).map(Repair.class::cast).toList();
    if (!repairs.isEmpty()) {
      Normaliser.Result again = result(layout, repairs.get(repairs.size() - 1).repaired());
      assertThat(rank(again)).isEqualTo(rank(result));
      assertThat(again.issues()).noneMatch(Repair.class::isInstance);
    }
    RecordBlock.Writer writer = new RecordBlock.Writer();
    writer.add(inspection);
    assertThat(writer.take().records()).containsExactly(inspection);
  }

  /** A grade is the same in letters that look the same. */
  private static void lookingDifferent(String text) {
    if (!PlainText.isPlain(text)) {
      return;
    }
    Layout own = Example.REFERENCE.layouts().get(0);
    String wide =
        text.chars()
            .map(c -> c > ' ' && c < 0x7F ? c - '!' + '\uFF01' : c == ' ' ? '\u3000' : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("\u200B"));
    assertThat(rank(result(own, wide))).isEqualTo(rank(result(own, text)));
  }

  private static Normaliser.Result result(Layout layout, String text) {
    RawRecord raw =
        new RawRecord(
            1,
            layout,
            Map.of(
                Field.LA_CODE, "340",
                Field.FRAMEWORK, ILACS.key(),
                Field.START_DATE, "2021-10-18",
                Field.PUBLISHED_DATE, "2021-12-03"),
            List.of(new RawJudgement(AREA, text), new RawJudgement("impact_of_leaders", "Good")),
            List.of(),
            () -> "");
    return NORMALISER.normalise(0, raw);
  }

  private static int rank(Normaliser.Result result) {
    Inspection inspection = (Inspection) result.records().get(0);
    CouncilRecord.@Nullable Judgement judgement =
        inspection.judgement(Objects.requireNonNull(ILACS.area(AREA)).position());
    return judgement == null ? UNREADABLE : judgement.rank();
  }
}
