package org.gradeline.histories;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.normalising.CouncilRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which records are of one event. Events are told by the numbers of their records. */
class SameEventTest {

  private static Arguments records(String rule, String events, String... records) {
    return arguments(rule, events, records);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fullDates", "farDates", "reducedDates", "severalThatFit", "visits"})
  void recordsOfOneEventAreFound(String rule, String events, String[] records) {
    assertThat(
            tell(SameEvent.among(Records.of(records), new Belief(Records.AS_NUMBERED).inRecords())))
        .isEqualTo(events);
  }

  /**
   * "1+3, 2?, 4!": the first and third record are one event, the second fits several events, and
   * the fourth shares a date with another from which its other date keeps it apart.
   */
  private static String tell(List<SameEvent.Event<CouncilRecord>> events) {
    return events.stream()
        .map(
            event ->
                event.records().stream()
                        .map(record -> Long.toString(record.lineNumber()))
                        .sorted()
                        .collect(joining("+"))
                    + (event.ambiguous() ? "?" : "")
                    + (event.distant().isEmpty() ? "" : "!"))
        .sorted()
        .collect(joining(", "));
  }

  static Stream<Arguments> fullDates() {
    return Stream.of(
        records("no record is no event", ""),
        records("one record is one event", "1", "sif 2014-06-30"),
        records("the same publication", "1+2", "slac 2010-03-12", "slac 2010-03-12"),
        records(
            "the same publication, though the starts differ",
            "1+2",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-04-30..2014-06-30"),
        records(
            "the same start, though the publications differ",
            "1+2",
            "sif 2013-11-19..2014-02-11",
            "sif 2013-11-19..2014-02-14"),
        records("neither", "1, 2", "sif 2013-11-19..2014-02-14", "sif 2015-11-24..2016-02-17"),
        records(
            "one publication's start is unknown",
            "1+2",
            "sif 2014-06-30",
            "sif 2014-04-29..2014-06-30"),
        records(
            "a record that shares a date with each of two others makes them one",
            "1+2+3",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-05-06..2014-07-07",
            "sif 2014-04-29..2014-07-07"),
        records(
            "and so does one that shares a date with either of them later",
            "1+2+3+4",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-05-06..2014-07-07",
            "sif 2014-04-29..2014-07-07",
            "sif 2014-05-06..2014-08-01"),
        records(
            "the day of one publication is no start of another inspection",
            "1, 2",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-06-30..2014-08-30"));
  }

  static Stream<Arguments> farDates() {
    return Stream.of(
        records(
            "one start, and publications 90 days apart",
            "1+2",
            "ilacs 2024-09-30..2024-11-20",
            "ilacs 2024-09-30..2025-02-18"),
        records(
            "one start, and publications 91 days apart",
            "1, 2!",
            "ilacs 2024-09-30..2024-11-20",
            "ilacs 2024-09-30..2025-02-19"),
        records(
            "one publication, and starts 91 days apart, in any order",
            "1!, 2",
            "ilacs 2024-09-30..2025-02-19",
            "ilacs 2024-07-01..2025-02-19"),
        records(
            "a chain of three whose ends are far apart",
            "1+2+3",
            "ilacs 2024-09-30..2025-03-31",
            "ilacs 2024-09-30..2024-11-20",
            "ilacs 2024-09-30..2025-01-20"),
        records(
            "one without a start fits both of two that are far apart",
            "1!, 2, 3?",
            "ilacs 2024-09-30..2025-02-19",
            "ilacs 2024-01-01..2025-02-19",
            "ilacs 2025-02-19"),
        records(
            "the date that equals both decides before one that is near",
            "1!, 2+3",
            "ilacs 2024-09-30..2024-11-20",
            "ilacs 2024-07-01..2024-11-20",
            "ilacs 2024-07..2024-11-20"),
        records(
            "a month of publication, and the start further away",
            "1, 2!",
            "ilacs 2024-09-30..2025-02-19",
            "ilacs 2024-05..2025-02"));
  }

  static Stream<Arguments> reducedDates() {
    return Stream.of(
        records("the year of a day", "1+2", "slac 2010-03-12", "slac 2010"),
        records("the year first", "1+2", "slac 2010", "slac 2010-03-12"),
        records("the month of a day", "1+2", "slac 2010-03-12", "slac 2010-03"),
        records("the last day of a month", "1+2", "slac 2010-04-30", "slac 2010-04"),
        records("another year", "1, 2", "slac 2010-03-12", "slac 2011"),
        records("another month", "1, 2", "slac 2010-03-12", "slac 2010-04"),
        records("the same year, and no day is known", "1+2", "slac 2010", "slac 2010"),
        records("a month and its year, and no day is known", "1+2", "slac 2010", "slac 2010-03"),
        records("day, month and year", "1+2+3", "slac 2010", "slac 2010-03-12", "slac 2010-03"),
        records(
            "the month of the start",
            "1+2",
            "sif 2017-09-12..2017-11-20",
            "sif 2017-09..2017-11-20"),
        records(
            "a publication in the same year whose start is near",
            "1+2",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-05..2014"),
        records(
            "a publication in the same year whose start is not",
            "1, 2",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-09..2014"),
        records(
            "a start in the same month whose publication is near",
            "1+2",
            "sif 2017-09-12..2017-11-20",
            "sif 2017-09..2018"),
        records(
            "a start in the same month whose publication is not",
            "1, 2!",
            "sif 2017-09-12..2017-11-20",
            "sif 2017-09..2019"),
        records("two reduced starts that differ", "1, 2", "sif 2017-09..2017", "sif 2017-05..2017"),
        records(
            "two reduced starts that differ, of one month of publication",
            "1!, 2",
            "sif 2017-09..2017-12",
            "sif 2017-05..2017-12"));
  }

  static Stream<Arguments> severalThatFit() {
    return Stream.of(
        records(
            "a year in which there were two stands alone",
            "1, 2, 3?",
            "slac 2010-03-12",
            "slac 2010-11-26",
            "slac 2010"),
        records(
            "the month tells which of the two",
            "1+3, 2",
            "slac 2010-03-12",
            "slac 2010-11-26",
            "slac 2010-03"),
        records(
            "the start tells which of the two",
            "1, 2+3",
            "sif 2014-04-29..2014-06-30",
            "sif 2014-09-02..2014-11-05",
            "sif 2014-09..2014"),
        records(
            "two records of such a year are one event, in doubt",
            "1, 2, 3+4?",
            "slac 2010-03-12",
            "slac 2010-11-26",
            "slac 2010",
            "slac 2010"),
        records(
            "a month of which no day is known is an event like a day",
            "1, 2, 3?",
            "slac 2010-03-12",
            "slac 2010-11",
            "slac 2010"),
        records(
            "a month that fits no day is an event before its year is looked at",
            "1, 2?, 3",
            "slac 2010-03-12",
            "slac 2010",
            "slac 2010-11"),
        records(
            "a month that fits two days, and its year",
            "1, 2, 3?, 4?",
            "slac 2010-03-12",
            "slac 2010-03-26",
            "slac 2010-03",
            "slac 2010"));
  }

  static Stream<Arguments> visits() {
    return Stream.of(
        records("the same start", "1+2", "focused 2022-10-11", "focused 2022-10-11"),
        records("another start", "1, 2", "focused 2022-10-11", "focused 2024-01-31"),
        records("the year of the start", "1+2", "focused 2022-10-11", "focused 2022"),
        records(
            "the same publication",
            "1+2",
            "focused 2022-10-11..2022-11-20",
            "focused ..2022-11-20"),
        records(
            "of a month of the start, and of two months of publication that are near",
            "1+2+3",
            "focused 2022-10-11",
            "focused 2022-10..2022-12",
            "focused 2022-10..2022-11"),
        records(
            "a year of the start and a publication have no date in common",
            "1, 2",
            "focused 2022",
            "focused ..2022-10-11"),
        records(
            "a start and a publication have no date in common",
            "1, 2",
            "focused 2022-10-11",
            "focused ..2022-10-11"));
  }
}
