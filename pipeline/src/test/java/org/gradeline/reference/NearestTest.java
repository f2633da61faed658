package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final List<String> GRADES =
      List.of("outstanding", "good", "requires improvement", "inadequate", "adequate");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # written,            nearest
          goood,                good
          gud,
          goo,                  good
          food,                 good
          inadequat,            inadequate adequate
          requires improvment,  'requires improvement'
          outstanding,          outstanding
          excellent,
          x,
          """)
  void onlyWhatDiffersInAThirdOfItsLettersOrLessIsOffered(String written, String nearest) {
    List<String> found = Nearest.to(written, GRADES, 3);

    assertThat(String.join(" ", found)).isEqualTo(nearest == null ? "" : nearest);
  }

  @Test
  void theNearestGoesFirstAndEquallyNearOnesAreInAlphabeticalOrder() {
    assertThat(Nearest.to("sift", List.of("soft", "shift", "sift", "gift", "lift"), 9))
        .containsExactly("sift", "gift", "lift", "shift", "soft");
    assertThat(Nearest.to("sift", List.of("soft", "shift", "sift", "gift", "lift"), 2))
        .containsExactly("sift", "gift");
  }

  @Test
  void nothingIsNearWhenNothingIsKnown() {
    assertThat(Nearest.to("sif", List.of(), 3)).isEmpty();
    assertThat(Nearest.to("", GRADES, 3)).isEmpty();
  }

  @Test
  void ofALongTextAtMostTwentyLettersMayDiffer() {
    String known = "a".repeat(200);

    assertThat(Nearest.to("b".repeat(20) + "a".repeat(180), List.of(known), 1))
        .containsExactly(known);
    assertThat(Nearest.to("b".repeat(21) + "a".repeat(179), List.of(known), 1)).isEmpty();
  }

  private static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    ProjectData.reference().layouts().forEach(layout -> names.addAll(layout.columns().keySet()));
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          care_leaver,               care_leavers
          careleavers,               care_leavers
          care-leavers,              care_leavers
          end date,                  end_date
          help_protection,           help_and_protection
          helpand_protecton,         help_and_protection
          overal_effectivness,       overall_effectiveness
          adpotion,                  adoption
          leadership_mangement,      leadership_management_governance
          publishd_date,             published_date
          """)
  void aSlipOfANameIsKnown(String written, String meant) {
    assertThat(Nearest.slipOf(written, Layout.own(AREAS).columns().keySet())).isEqualTo(meant);
  }

  private static final List<String> AREAS =
      ProjectData.reference().frameworks().stream()
          .flatMap(framework -> framework.areas().stream())
          .map(Area::key)
          .distinct()
          .toList();

  /** Names that tables of this kind have, in the samples and in our own tables. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "end_date_note",
        "uprn",
        "year",
        "region",
        "region_code",
        "area_code",
        "grade_rank",
        "grade_since",
        "previous_grade",
        "notes",
        "note",
        "inspector",
        "inspector_name",
        "lead inspector",
        "provider",
        "council_type",
        "postcode",
        "published_by",
        "inspection_number",
        "inspection date",
        "report_id",
        "pdf_filename",
        "parser_version",
        "source_line",
        "visit_type",
        "wording",
        "help_and_protection_2019",
        "overall_effectiveness_previous",
        "ofsted region",
        "local authority status",
        "days_since_previous",
        "scheme"
      })
  void anotherNameIsNoSlip(String name) {
    assertThat(Nearest.slipOf(name, NAMES.stream().filter(known -> !known.equals(name)).toList()))
        .as(name)
        .isNull();
  }
}
