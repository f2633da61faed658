package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.history;
import static org.gradeline.normalising.Example.rejection;

import java.util.List;
import org.gradeline.reference.Area;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file without a framework, whose layout says that the day of each record tells it. */
class DatedFrameworksTest {

  private static Framework framework(Example record) {
    return Example.REFERENCE.frameworks().get(record.inspection().framework());
  }

  private static List<String> areas(Example record) {
    List<Area> areas = framework(record).areas();
    return record.inspection().judgements().stream()
        .map(judgement -> areas.get(judgement.area()).key())
        .toList();
  }

  private static Example on(String start, String published, String type) {
    return history()
        .with(Field.START_DATE, start)
        .with(Field.PUBLISHED_DATE, published)
        .with(Field.INSPECTION_TYPE, type);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-20, 2020-03-17, '',            ilacs",
    "2017-05-02, 2017-06-28, '',            sif",
    "2017-05,    2017-06-28, '',            sif",
    "'',         2017-06-28, '',            sif",
    "'',         2020-03-17, standard,      ilacs",
    "2018-03-05, 2018-04-30, standard,      ilacs", // both were in use, and the type decides
    "2018-03-05, 2018-04-30, Re-inspection, sif",
  })
  void theFrameworkIsThatOfTheDay(String start, String published, String type, String framework) {
    Example record = on(start, published, type);

    assertThat(framework(record).key()).isEqualTo(framework);
  }

  @Test
  void theAreasAreThoseOfTheFramework() {
    assertThat(areas(history()))
        .containsExactly("overall_effectiveness", "impact_of_leaders", "in_care");
    assertThat(areas(on("2017-05-02", "2017-06-28", "")))
        .containsExactly(
            "overall_effectiveness",
            "looked_after_and_permanence",
            "leadership_management_governance");
  }

  @Test
  void whereTwoFrameworksFitTheRecordIsRejectedUntilItNamesOne() {
    Example record = on("2018-03-05", "2018-04-30", "");

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNCLEAR_FRAMEWORK,
                "start_date",
                "2018-03-05",
                "the record has no framework. Inspections that start on 2018-03-05 can be of ilacs"
                    + " or sif. Name the framework in a column 'framework'.",
                "ilacs; sif"));
    assertThat(areas(record.with(Field.FRAMEWORK, "sif")))
        .contains("leadership_management_governance");
  }

  @Test
  void whereNoneFitsTheRecordIsRejected() {
    assertThat(on("2012-05-02", "2012-06-28", "").issues())
        .containsExactly(
            rejection(
                IssueType.UNCLEAR_FRAMEWORK,
                "start_date",
                "2012-05-02",
                "the record has no framework. No framework of this layout has inspections that"
                    + " start on 2012-05-02 (ilacs from 2018-01-01, sif from 2013-11-01 to"
                    + " 2018-08-31). Fix the date, or name the framework in a column 'framework'.",
                ""));
    assertThat(on("2017-05-02", "2017-06-28", "standard").issues())
        .singleElement()
        .asString()
        .contains("inspections of the type 'standard' that start on 2017-05-02");
  }
}
