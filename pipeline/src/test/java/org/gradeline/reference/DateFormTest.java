package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of writing dates: what is read, and what is not guessed. */
class DateFormTest {

  @ParameterizedTest
  @CsvSource({
    "dd/mm/yyyy, 30/06/2014, 2014-06-30",
    "dd/mm/yyyy, ' 30/06/2014 ', 2014-06-30",
    "dd/mm/yy, 27/10/23, 2023-10-27",
    "dd/mm/yy, 01/01/00, 2000-01-01",
    "dd/mm/yy, 31/12/99, 2099-12-31",
    "d/m/yyyy, 1/4/2019, 2019-04-01",
    "d/m/yyyy, 01/04/2019, 2019-04-01",
    "d mmmm yyyy, 12 March 2010, 2010-03-12",
    "d mmmm yyyy, 12 MARCH 2010, 2010-03-12",
    "'mmmm d, yyyy', 'March 12, 2010', 2010-03-12",
    "mmm-yy, Sep-17, 2017-09",
    "mmmm yyyy, September 2017, 2017-09",
    "yyyymmdd, 20170930, 2017-09-30",
    "dd/mm/yyyy 00:00:00, 30/06/2014 00:00:00, 2014-06-30",
    "dd/mm/yyyy, 29/02/2016, 2016-02-29"
  })
  void isRead(String form, String text, String date) {
    assertThat(String.valueOf(DateForm.of(form).parse(text))).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/mm/yyyy, 31/02/2023",
    "dd/mm/yyyy, 29/02/2023",
    "dd/mm/yyyy, 30/13/2014",
    "dd/mm/yyyy, 06/30/2014",
    "dd/mm/yyyy, 30/06/14",
    "dd/mm/yyyy, 3/6/2014",
    "dd/mm/yyyy, 30-06-2014",
    "dd/mm/yyyy, 30/06/2014 at noon",
    "dd/mm/yyyy, 30/06/-014",
    "dd/mm/yyyy, 30/06/0000",
    "dd/mm/yyyy, 30/06/+12014",
    "dd/mm/yy, 27/10/2023",
    "d mmmm yyyy, 12 Mär 2010",
    "mmm-yy, September-17",
    "dd/mm/yyyy, ''"
  })
  void isNotGuessed(String form, String text) {
    assertThat(DateForm.of(form).parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dd", "dd/mm", "yyyy", "dd/mm/yyy", "ddd/mm/yyyy", "mm/dd", "y", "dmy"})
  void needsAMonthAndAYear(String form) {
    assertThatIllegalArgumentException().isThrownBy(() -> DateForm.of(form));
  }

  @Property
  void readsWhatJavaWrites(
      @ForAll @DateRange(min = "1000-01-01", max = "9999-12-31") LocalDate day) {
    String text = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ENGLISH).format(day);

    @Nullable PartialDate read = DateForm.of("dd/mm/yyyy").parse(text);

    assertThat(read).isEqualTo(PartialDate.of(day));
  }

  @Test
  void goesToWorkersAndStillReads() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(DateForm.of("dd/mm/yy"));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      DateForm there = (DateForm) in.readObject();

      assertThat(there).isEqualTo(DateForm.of("dd/mm/yy")).hasToString("dd/mm/yy");
      assertThat(String.valueOf(there.parse("27/10/23"))).isEqualTo("2023-10-27");
    }
  }
}
