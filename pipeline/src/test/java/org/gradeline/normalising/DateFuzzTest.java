package org.gradeline.normalising;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.RecordDraft.Dates;
import org.gradeline.reading.RawRecord;
import org.gradeline.reference.DateForm;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.PlainText;
import org.jspecify.annotations.Nullable;

/** Whatever is written in place of a date, it is one of the calendar, read as written, or none. */
class DateFuzzTest {
  private static final Normaliser NORMALISER = new Normaliser(Example.REFERENCE, Example.TODAY);
  private static final Layout OWN = Example.REFERENCE.layouts().get(0);

  /** Forms whose parts can be told apart by what stands between them. */
  private static final Pattern SEPARATED =
      Pattern.compile("[^\\p{Alnum}]*(d+|m+|y+)([^\\p{Alnum}]+(d+|m+|y+))+[^\\p{Alnum}]*");

  private static final String MONTHS =
      Arrays.stream(Month.values()).map(Month::toString).collect(Collectors.joining("|"));

  /** The days that a date may stand for. */
  private record Days(LocalDate first, LocalDate last) {
    static Days of(LocalDate day) {
      return new Days(day, day);
    }

    static Days of(YearMonth month) {
      return new Days(month.atDay(1), month.atEndOfMonth());
    }

    static Days of(Year year) {
      return new Days(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }
  }

  @FuzzTest
  @DictionaryEntries({
    "2014-06-30",
    "2016-02-29",
    "2017-09",
    "2010",
    "30/06/2014",
    "3 June 2014",
    "Sep-17",
    "dd/mm/yyyy",
    "d mmmm yyyy",
    "mmm-yy",
    "d.m.yy",
    "yyyy/mm/dd",
    "mmmm d, yyyy"
  })
  void anyTextIsADateOfTheCalendarOrNone(byte[] bytes) {
    List<String> lines = List.of((new String(bytes, UTF_8) + "\n\n\n").split("\n", -1));
    String start = lines.get(0);
    String published = lines.get(1);
    iso(start);
    iso(published);
    order(start, published);
    form(lines.get(2), start);
    inARecord(start, published);
  }

  private static void iso(String text) {
    PartialDate date = PartialDate.parse(text);
    Days days = isoDays(text);

    assertThat(date == null).as(text).isEqualTo(days == null);
    if (date != null && days != null) {
      assertThat(date).hasToString(text);
      standsFor(date, days);
    }
  }

  private static void standsFor(PartialDate date, Days days) {
    assertThat(date.earliest()).isEqualTo(PartialDate.pack(days.first()));
    assertThat(date.latest()).isEqualTo(PartialDate.pack(days.last()));
    assertThat(date.toLocalDate()).isEqualTo(days.last());
    assertThat(date.isFull()).isEqualTo(days.first().equals(days.last()));
    assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
  }

  private static @Nullable Days isoDays(String text) {
    if (text.startsWith("0000")) {
      return null;
    }
    if (text.matches("[0-9]{4}")) {
      return Days.of(Year.parse(text));
    }
    if (text.matches("[0-9]{4}-[0-9]{2}")) {
      return real(() -> Days.of(YearMonth.parse(text)));
    }
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? real(() -> Days.of(LocalDate.parse(text)))
        : null;
  }

  private static @Nullable Days real(Supplier<Days> days) {
    try {
      return days.get();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void order(String startText, String publishedText) {
    PartialDate start = PartialDate.parse(startText);
    PartialDate published = PartialDate.parse(publishedText);
    Days first = isoDays(startText);
    Days last = isoDays(publishedText);
    if (start == null || published == null || first == null || last == null) {
      return;
    }
    RuleViolation violation = DateRules.checkOrder(new Dates(start, null, published));
    assertThat(violation != null).isEqualTo(last.last().isBefore(first.first()));
    assertThat(DateRules.isAfter(start, last.last())).isEqualTo(first.first().isAfter(last.last()));
    assertThat(start.matches(published)).isEqualTo(published.matches(start));
    assertThat(Integer.signum(start.compareTo(published)))
        .isEqualTo(-Integer.signum(published.compareTo(start)));
    assertThat(start.daysTo(published))
        .isEqualTo(
            start.isFull() && published.isFull()
                ? OptionalLong.of(ChronoUnit.DAYS.between(first.first(), last.first()))
                : OptionalLong.empty());
  }

  private static void form(String name, String text) {
    DateForm form;
    try {
      form = DateForm.of(name);
    } catch (IllegalArgumentException e) {
      return;
    }
    PartialDate date = form.parse(text);
    if (date != null) {
      standsFor(date, date.isFull() ? Days.of(date.toLocalDate()) : monthOf(date));
    }
    if (SEPARATED.matcher(name).matches()) {
      Days days = days(name, text.strip());
      assertThat(date == null).as("%s read as %s", text, name).isEqualTo(days == null);
      if (date != null && days != null) {
        standsFor(date, days);
      }
    }
    Parsed<PartialDate> read = DateRules.read(Field.START_DATE, text, knowing(form));
    PartialDate iso = PartialDate.parse(text);
    PartialDate expected = iso != null ? iso : date;
    if (expected != null) {
      assertThat(read).isEqualTo(Parsed.valid(expected));
    } else {
      assertThat(read)
          .isInstanceOfSatisfying(
              Parsed.Invalid.class,
              bad -> {
                assertThat(bad.violation().type()).isEqualTo(IssueType.INVALID_DATE);
                assertThat(bad.violation().value()).isEqualTo(text);
                assertThat(bad.violation().suggestion()).isEqualTo(name);
              });
    }
  }

  private static Days monthOf(PartialDate date) {
    return Days.of(YearMonth.from(date.toLocalDate()));
  }

  /** The days of a text, told by its form part by part. */
  private static @Nullable Days days(String form, String text) {
    Matcher parts = Pattern.compile(pattern(form), Pattern.CASE_INSENSITIVE).matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String digits = parts.group("year");
    int year = Integer.parseInt(digits) + (digits.length() == 2 ? 2000 : 0);
    int month = month(parts.group("month"));
    return year < 1
        ? null
        : real(
            () ->
                form.contains("d")
                    ? Days.of(LocalDate.of(year, month, Integer.parseInt(parts.group("day"))))
                    : Days.of(YearMonth.of(year, month)));
  }

  private static String pattern(String form) {
    StringBuilder pattern = new StringBuilder();
    Matcher parts = Pattern.compile("d+|m+|y+|[^dmy]+").matcher(form);
    while (parts.find()) {
      pattern.append(
          switch (parts.group()) {
            case "d" -> "(?<day>[0-9]{1,2})";
            case "dd" -> "(?<day>[0-9]{2})";
            case "m" -> "(?<month>[0-9]{1,2})";
            case "mm" -> "(?<month>[0-9]{2})";
            case "mmm" -> "(?<month>" + MONTHS.replaceAll("(\\w{3})\\w*", "$1") + ")";
            case "mmmm" -> "(?<month>" + MONTHS + ")";
            case "yy" -> "(?<year>[0-9]{2})";
            case "yyyy" -> "(?<year>[0-9]{4})";
            default -> Pattern.quote(parts.group());
          });
    }
    return pattern.toString();
  }

  private static int month(String text) {
    return Stream.of(Month.values())
        .filter(
            month ->
                text.equalsIgnoreCase(month.toString())
                    || text.equalsIgnoreCase(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
        .findFirst()
        .map(Month::getValue)
        .orElseGet(() -> Integer.parseInt(text));
  }

  private static Layout knowing(DateForm form) {
    return new Layout(
        OWN.key(),
        OWN.preambleRows(),
        OWN.columns(),
        OWN.required(),
        Map.of(Field.START_DATE, List.of(form)),
        OWN.constants(),
        OWN.sentinels(),
        OWN.visitTypes(),
        OWN.areaNames(),
        OWN.separator(),
        OWN.datedFrameworks());
  }

  /** A record is used with its dates as printed, or rejected for one of them. */
  private static void inARecord(String start, String published) {
    Example example =
        Example.knowsley()
            .without(Field.END_DATE)
            .with(Field.START_DATE, start)
            .with(Field.PUBLISHED_DATE, published);
    RawRecord raw =
        new RawRecord(1, OWN, example.fields(), example.judgements(), List.of(), () -> "");

    Normaliser.Result result = NORMALISER.normalise(0, raw);

    if (!result.records().isEmpty() && result.records().get(0) instanceof Inspection inspection) {
      assertThat(inspection.published()).hasToString(plain(published));
      assertThat(inspection.start() == null ? "" : inspection.start().toString())
          .isEqualTo(plain(start));
    } else {
      assertThat(result.issues())
          .singleElement()
          .extracting(QualityIssue::type)
          .isIn(
              IssueType.INVALID_DATE,
              IssueType.MISSING_DATE,
              IssueType.DATE_ORDER,
              IssueType.OUTSIDE_FRAMEWORK,
              IssueType.COUNCIL_NOT_OPEN,
              IssueType.AREA_NOT_JUDGED);
    }
  }

  private static String plain(String text) {
    return PlainText.of(text)
        .replaceFirst("(?<=\\d)[Tt ] *00?:00(:00([.,]0+)?)? *([Zz]|[+-]\\d\\d:?(\\d\\d)?)?$", "");
  }
}
