package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.repair;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gradeline.normalising.GradeWordings.GradeReading;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.reference.Framework;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grade is read by its framework's wordings, or by one of two repairs, or not at all. */
class GradesTest {
  private static final Map<String, String> AN = Map.of("ilacs", "an ILACS", "lscb", "an LSCB");

  @ParameterizedTest
  @CsvSource({
    "sif,   Outstanding,                       1",
    "sif,   Good,                              2",
    "sif,   Requires improvement,              3",
    "sif,   Requires improvement to be good,   3",
    "sif,   Inadequate,                        4",
    "sif,   Not judged,                        0", // the City of London's adoption in 2016
    "sif,   REQUIRES IMPROVEMENT TO BE GOOD,   3",
    "sif,   '  requires   improvement ',       3",
    "sif,   'Requires\nimprovement\tto be good', 3",
    "slac,  Adequate,                          3", // what the middle grade was printed then
    "cpi,   adequate,                          3",
    "ilacs, good,                              2",
  })
  void aWordingOfTheFrameworkIsAGrade(String framework, String printed, int rank) {
    assertThat(good(framework, printed)).isEqualTo(new GradeReading(rank, null, printed));
  }

  @ParameterizedTest
  @CsvSource({
    "to requires improvement,          LEADING_TO,  requires improvement,            3",
    "To Good,                          LEADING_TO,  good,                            2",
    "to requires improvement to be good, LEADING_TO, requires improvement to be good, 3",
    "Requires i mprovement,            INNER_SPACE, requires improvement,            3",
    "Requires improvement to b e good, INNER_SPACE, requires improvement to be good, 3",
    "Requiresimprovement,              INNER_SPACE, requires improvement,            3",
    "'Inade\nquate',                   INNER_SPACE, inadequate,                      4",
    "Notjudged,                        INNER_SPACE, not judged,                      0",
    "to requires i mprovement,         INNER_SPACE, requires improvement,            3",
  })
  void aStrayToAndASplitWordAreRepairedAndReported(
      String printed, IssueType type, String repaired, int rank) {
    assertThat(good("sif", printed)).isEqualTo(new GradeReading(rank, type, repaired));

    Example record = Example.knowsley().withoutJudgements().judged("adoption", printed);
    assertThat(record.inspection().judgements().get(0).rank()).isEqualTo(rank);
    assertThat(record.inspection().judgements().get(0).wording()).isEqualTo(printed);
    assertThat(record.issues()).containsExactly(repair(type, "adoption", printed, repaired));
  }

  @ParameterizedTest
  @CsvSource({
    // The middle grade of the frameworks before it; only its spelling is near another.
    "sif,   Adequate,              Requires improvement to be good",
    "sif,   Godo,                  ''",
    "sif,   Goood,                 Good",
    "sif,   Requires imprvement,   Requires improvement to be good",
    "slac,  Adequte,               Adequate",
    "slac,  Requires imprvement,   Requires improvement to be good",
    "lscb,  Requires_improvment,   requires_improvement",
    "sif,   to,                    ''",
    "sif,   to to good,            ''",
    "sif,   Good*,                 Good",
    "sif,   Good / Outstanding,    ''",
    "sif,   2,                     ''",
    "sif,   nan,                   ''",
    "sif,   data_unreadable,       ''",
    "ilacs, inspection_pre_dates_judgement, ''",
    "ilacs, Not applicable,        ''",
  })
  void anythingElseIsNotAGradeAndTheNearestIsOnlySuggested(
      String framework, String printed, String nearest) {
    Parsed<GradeReading> reading = wordings(framework).read("adoption", printed);

    assertThat(reading)
        .isEqualTo(
            new Invalid<GradeReading>(
                new RuleViolation(
                    IssueType.UNKNOWN_GRADE,
                    "adoption",
                    printed,
                    "'"
                        + printed
                        + "' is not "
                        + AN.getOrDefault(framework, "a " + framework.toUpperCase(Locale.ROOT))
                        + " grade. "
                        + (nearest.isEmpty()
                            ? "Write one of: Outstanding, Good, Requires improvement, Requires"
                                + " improvement to be good, Inadequate, Not judged."
                            : "Did you mean '" + nearest + "'?"),
                    nearest)));
  }

  @Test
  void everyWordingOfEveryFrameworkIsReadAndWithoutItsSpacesToo() {
    for (Framework framework : Example.REFERENCE.frameworks()) {
      assertThat(framework.wordings()).hasSizeGreaterThanOrEqualTo(6);
      framework
          .wordings()
          .forEach(
              (wording, rank) -> {
                assertThat(good(framework.key(), wording).rank()).isEqualTo(rank);
                assertThat(good(framework.key(), wording.replace(" ", "")).rank()).isEqualTo(rank);
              });
    }
  }

  @Test
  void wordsThatWithoutSpacesCouldBeTwoGradesAreNotRepaired() {
    Framework sif = Objects.requireNonNull(Example.REFERENCE.framework("sif"));
    Framework ambiguous =
        new Framework(
            0,
            "stars",
            "Stars",
            sif.scheme(),
            true,
            Set.of(),
            sif.scale(),
            true,
            null,
            null,
            List.of(),
            Map.of("no good", 4, "nog ood", 3, "n o good", 3, "good", 2),
            List.of("No good", "Nog ood", "N o good", "Good"),
            Map.of());
    GradeWordings wordings = new GradeWordings(ambiguous, List.of());

    assertThat(wordings.read("adoption", "nogood")).isInstanceOf(Invalid.class);
    assertThat(wordings.read("adoption", "no go od")).isInstanceOf(Invalid.class);
    assertThat(wordings.read("adoption", "No good")).isEqualTo(valid(4, null, "No good"));
    assertThat(wordings.read("adoption", "go od"))
        .isEqualTo(valid(2, IssueType.INNER_SPACE, "good"));
  }

  private static Parsed<GradeReading> valid(int rank, @Nullable IssueType repair, String repaired) {
    return Parsed.valid(new GradeReading(rank, repair, repaired));
  }

  private static GradeReading good(String framework, String printed) {
    if (wordings(framework).read("adoption", printed) instanceof Valid<GradeReading> good) {
      return good.value();
    }
    throw new AssertionError("'" + printed + "' was not read");
  }

  private static GradeWordings wordings(String framework) {
    return new GradeWordings(
        Objects.requireNonNull(Example.REFERENCE.framework(framework)),
        Example.REFERENCE.frameworks());
  }
}
