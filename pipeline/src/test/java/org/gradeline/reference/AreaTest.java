package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An area is judged by the inspections that start between two days. */
class AreaTest {
  private static final Area BETWEEN =
      new Area(
          0, "care_leavers", "Care leavers", LocalDate.of(2023, 4, 1), LocalDate.of(2026, 4, 1));

  @ParameterizedTest
  @CsvSource({
    "2023-03-31, 2023-06-01, false",
    "2023-04-01, 2023-06-01, true",
    "2023-03,    2023-06-01, false",
    "2023,       2023-06-01, true", // may have started in or after April
    "2022,       2023-06-01, false",
    "2026-03-31, 2026-06-01, true",
    "2026-04-01, 2026-06-01, false",
    "2026-04,    2026-06-01, false",
    "2026,       2026-06-01, true", // may have started before April
    "'',         2023-03-31, false", // was published too early to have started in time
    "'',         2023,       true",
    "'',         2026-06-01, true", // may have started long before
  })
  void whatADateLeavesOpenIsGivenTheBenefitOfTheDoubt(
      String start, String published, boolean judged) {
    assertThat(BETWEEN.judgedBy(date(start), Objects.requireNonNull(date(published))))
        .isEqualTo(judged);
  }

  @Test
  void itsDaysAreSaidInWords() {
    assertThat(BETWEEN.window())
        .isEqualTo("by inspections starting from 2023-04-01 and before 2026-04-01");
    assertThat(new Area(0, "lscb", "Board", null, null).window()).isEqualTo("by every inspection");
  }

  private static @Nullable PartialDate date(String text) {
    return PartialDate.parse(text);
  }
}
