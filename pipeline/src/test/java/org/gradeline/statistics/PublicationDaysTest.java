package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTH_YORKSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.council;
import static org.gradeline.statistics.Histories.date;
import static org.gradeline.statistics.Histories.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.statistics.PublicationDays.Day;
import org.gradeline.statistics.PublicationDays.Rating;
import org.junit.jupiter.api.Test;

/** Reports that came out together. */
class PublicationDaysTest {
  private static final int GOOD = 2;
  private static final int REQUIRES_IMPROVEMENT = 3;
  private static final int INADEQUATE = 4;

  /** 30 June 2014: five reports in one day. */
  private static final Rating[] FIVE_REPORTS = {
    new Rating(council("340").position(), INADEQUATE, Direction.DECLINED),
    new Rating(council("815").position(), GOOD, Direction.IMPROVED),
    new Rating(council("837").position(), REQUIRES_IMPROVEMENT, Direction.DECLINED),
    new Rating(council("884").position(), REQUIRES_IMPROVEMENT, Direction.IMPROVED),
    new Rating(council("931").position(), GOOD, Direction.SAME)
  };

  @Test
  void fiveReportsInOneDayInTheOrderOfTheCouncils() {
    List<Day> days =
        days(gathered(OXFORDSHIRE, KNOWSLEY, HEREFORDSHIRE, NORTH_YORKSHIRE, BOURNEMOUTH));

    assertThat(ratings(days, "2014-06-30")).containsExactly(FIVE_REPORTS);
  }

  @Test
  void partsMakeTheSameDay() {
    List<Day> days =
        days(
            gathered(HEREFORDSHIRE, OXFORDSHIRE),
            gathered(BOURNEMOUTH),
            gathered(NORTH_YORKSHIRE, KNOWSLEY));

    assertThat(ratings(days, "2014-06-30")).containsExactly(FIVE_REPORTS);
  }

  @Test
  void everyPublicationHasItsDayInOrder() {
    assertThat(headlineDays(days(gathered(KNOWSLEY))))
        .containsExactly("2010-03-12", "2014-06-30", "2017-06-13", "2021-12-03", "2025-01-20");
  }

  @Test
  void aDayOnWhichSeveralReportsCameOutIsOneDay() {
    assertThat(
            headlineDays(
                days(gathered(OXFORDSHIRE, KNOWSLEY, HEREFORDSHIRE, NORTH_YORKSHIRE, BOURNEMOUTH))))
        .doesNotHaveDuplicates()
        .contains("2014-06-30");
  }

  /** Councils gathered in parts, in any order, are the councils gathered together. */
  @Property(tries = 25)
  void daysAreInTheOrderOfTimeThenOfTheLinesWhateverPartsTheyAreIn(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    List<List<CouncilHistory>> ofParts = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < order.size(); i++) {
      ofParts.get(parts.get(i)).add(order.get(i));
    }

    List<Day> days =
        days(
            ofParts.stream()
                .map(councils -> gathered(councils.toArray(CouncilHistory[]::new)))
                .toArray(byte[][]::new));

    assertThat(days)
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparing(Day::published).thenComparing(Day::line))
        .isEqualTo(days(gathered(Histories.ALL.toArray(CouncilHistory[]::new))));
  }

  @Provide
  Arbitrary<List<CouncilHistory>> order() {
    return Arbitraries.shuffle(Histories.ALL);
  }

  @Provide
  Arbitrary<List<Integer>> parts() {
    return Arbitraries.integers().between(0, 1).list().ofSize(Histories.ALL.size());
  }

  @Test
  void noCouncilsHaveNoDays() {
    assertThat(days()).isEmpty();
    assertThat(days(gathered(), gathered())).isEmpty();
  }

  @Test
  void whatIsCutOffIsRefused() {
    byte[] whole = gathered(KNOWSLEY, OXFORDSHIRE);

    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length % Long.BYTES != 0) {
        assertThatThrownBy(() -> days(cut)).hasMessageEndingWith("Run the command again.");
      }
    }
  }

  /** Whatever a byte is changed to, the days are made or refused. */
  @Test
  void damagedBytesAreDaysOrRefused() {
    byte[] whole = gathered(Histories.ALL.toArray(CouncilHistory[]::new));
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        days(damaged);
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageEndingWith("Run the command again.");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aPublicationKnownToItsMonthIsOnNoDay() {
    CouncilHistory council =
        history(
            "340",
            "slac - 2010 safeguarding=good",
            "sif - 2014-06 overall_effectiveness=inadequate",
            "sif 2017-03-13 2017-06-30 overall_effectiveness=requires_improvement");

    assertThat(headlineDays(days(gathered(council)))).containsExactly("2017-06-30");
    assertThat(ratings(days(gathered(council)), "2017-06-30"))
        .as("it is still the rating before")
        .containsExactly(
            new Rating(council("340").position(), REQUIRES_IMPROVEMENT, Direction.IMPROVED));
  }

  private static List<String> headlineDays(List<Day> days) {
    return days.stream()
        .filter(day -> day.line() == HEADLINE.position())
        .map(day -> day.published().toString())
        .toList();
  }

  private static List<Rating> ratings(List<Day> days, String day) {
    return days.stream()
        .filter(each -> each.line() == HEADLINE.position() && each.published().equals(date(day)))
        .flatMap(each -> each.ratings().stream())
        .toList();
  }

  private static List<Day> days(byte[]... gathered) {
    return PublicationDays.days(
            REFERENCE, Arrays.stream(gathered).<InputStream>map(ByteArrayInputStream::new).toList())
        .toList();
  }

  private static byte[] gathered(CouncilHistory... councils) {
    PublicationDays days = new PublicationDays(REFERENCE, asAt("2026-06-18"));
    Arrays.stream(councils).forEach(days::count);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      days.write(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toByteArray();
  }
}
