package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form of dates reads what is written in just that form. */
class DateFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/mm/yyyy    | 30/06/2014   | 2014-06-30",
        "dd/mm/yy      | 30/06/14     | 2014-06-30",
        "d/m/yyyy      | 3/6/2014     | 2014-06-03",
        "d/m/yyyy      | 03/06/2014   | 2014-06-03",
        "d mmmm yyyy   | 3 june 2014  | 2014-06-03",
        "mmmm d, yyyy  | June 3, 2014 | 2014-06-03", // two letters between the parts
        "d. mmm 'yy    | 3. Jun '14   | 2014-06-03",
        "ddmmyyyy      | 30062014     | 2014-06-30",
        "yyyy/mm/dd    | 2014/06/30   | 2014-06-30",
        "mmm-yy        | SEP-17       | 2017-09",
        "mmmm yyyy     | May 2017     | 2017-05",
      })
  void aDateInItsFormIsRead(String form, String text, String date) {
    assertThat(DateForm.of(form).parse(text)).hasToString(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/mm/yyyy    | 3/6/2014",
        "dd/mm/yyyy    | 31/06/2014",
        "dd/mm/yyyy    | 29/02/2014",
        "dd/mm/yyyy    | 30/06/0000",
        "dd/mm/yyyy    | 30/06/14",
        "dd/mm/yyyy    | 30/06/20145",
        "d/m/yyyy      | 003/6/2014",
        "d/m/yyyy      | -3/6/2014",
        "d/m/yyyy      | 3/0006/2014",
        "mmmm d, yyyy  | June 3,' 2014",
        "mmm-yy        | September-17",
      })
  void whatIsInAnotherFormOrOnNoDayOfTheCalendarIsNot(String form, String text) {
    assertThat(DateForm.of(form).parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yyyy", "dd/mm", "ddd/mm/yyyy", "dd/mm/yyy", "mm/dd", "dd/dd/yyyy"})
  void aFormHasAMonthAndAYear(String form) {
    assertThatThrownBy(() -> DateForm.of(form)).isInstanceOf(IllegalArgumentException.class);
  }
}
