package org.gradeline.cli.suggesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reading.TableStart;
import org.gradeline.reference.ProjectData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A layout to start from says what names say, and quotes nothing that may be a person's name. */
class SuggestedLayoutTest {

  /** The suggestion for a table of rows with cells between bars. */
  private static List<String> suggested(String... rows) {
    List<List<String>> cells =
        Stream.of(rows)
            .map(row -> Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
            .toList();
    return SuggestedLayout.lines(
        "Downloads (2).csv", new TableStart("", cells), ProjectData.reference());
  }

  /** What is above and in the entry of the only column that matters. */
  private static String column(String name, String... values) {
    List<String> rows = new ArrayList<>(List.of("council | " + name));
    Stream.of(values).map(value -> "Knowsley | " + value).forEach(rows::add);
    List<String> lines = suggested(rows.toArray(String[]::new));
    int council = lines.indexOf("      - {column: council, field: council}");
    return lines.subList(council + 1, lines.size()).stream()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  @Test
  void everyColumnIsWhatItsNameSays() {
    assertThat(
            suggested(
                "A title",
                "LA Code | Local authority name | Publication-date | Overall effectiveness | In"
                    + " care",
                "340 | Knowsley | 20/01/2025 | Good | n/a",
                "341 | Liverpool | 25/05/2023 | Good | Good"))
        .containsExactly(
            "  - layout: downloads_2",
            "    label: Fill in what the file is",
            "    # Rows of text above the header.",
            "    prose_rows: 1",
            "    # The framework that has all areas below.",
            "    constants: {framework: ilacs}",
            "    columns:",
            "      - {column: LA Code, field: la_code}",
            "      - {column: Local authority name, field: council}",
            "      # The day is taken to stand first: check it.",
            "      - {column: Publication-date, field: published_date, dates: [dd/mm/yyyy]}",
            "      - {column: Overall effectiveness, area: overall_effectiveness}",
            "      - {column: In care, area: in_care}",
            "    # Words in place of a value. Those that the file has:",
            "    sentinels:",
            "      missing: [n/a]");
  }

  @Test
  void theFrameworkIsLeftOpenWhereSeveralHaveTheAreas() {
    assertThat(suggested("council | published_date | overall_effectiveness", "Kent | 2020 | Good"))
        .contains("    constants: {framework: FILL_IN}")
        .anyMatch(line -> line.contains("one of cpi, ilacs, sif, tlac,"));
  }

  @Test
  void aFileThatNamesItsFrameworkNeedsNoConstant() {
    assertThat(suggested("council | framework | published_date", "Kent | sif | 2017"))
        .noneMatch(line -> line.contains("constants"));
  }

  @Test
  void aNameThatIsNearIsOnlyACommentAndItsColumnIsLeftOut() {
    assertThat(column("publishd_date", "2014-06-30"))
        .isEqualTo(
            "# Perhaps 'field: published_date': the name is near to a known one (the name of the"
                + " field). # Not known: dates. If it is a date of the record: 'field: start_date',"
                + " 'end_date' or 'published_date'. - {column: publishd_date, left_out: true}");
  }

  @Test
  void noValueOfAnUnknownColumnIsQuoted() {
    String[] people = {"Ada Example", "Bo Example", "Ada Example"};

    assertThat(column("Lead", people))
        .isEqualTo(
            "# Not known: 2 different short texts, repeated as grades are. If it is a judgement:"
                + " 'area:' and the key of an area of the framework. - {column: Lead, left_out:"
                + " true}");
    assertThat(column("Lead", "n/a", "Ada Example")).doesNotContain("n/a").doesNotContain("Ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;4;3;3                  | whole numbers from 1 to 4",
        "2014-06-30;2015          | dates",
        "3 May 2022;12 June 2023  | dates written d mmmm yyyy",
        "Feb-22;June 2023         | dates written mmmm yyyy, mmm-yy",
        "31/12/24;01/02/25        | dates written dd/mm/yy",
        "12/31/2024;01/02/2025    | dates written m/d/yyyy",
        "Kent;Devon;Leeds         | most of its values are councils, known by 'field: council'",
        "340;341;342              | most of its values are councils, known by 'field: la_code'",
        "a;b;c                    | 3 different texts",
        "''                       | blank in the rows looked at",
      })
  void whatAColumnLooksLikeIsSaid(String values, String told) {
    assertThat(column("Whatever this is", values.split(";"))).contains("# Not known: " + told);
  }

  @Test
  void aSecondColumnOfAFieldIsLeftOut() {
    assertThat(suggested("council | local_authority | published_date", "Kent | Kent | 2017"))
        .contains(
            "      # Another column has 'field: council' already.",
            "      - {column: local_authority, left_out: true}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "a: b", "#1", "say \"so\"", "[x]", "line\nbreak", "Ünïcode"})
  void anyNameIsOneValueOfYaml(String name) {
    Object read = new org.yaml.snakeyaml.Yaml().load("{column: " + Yaml.quoted(name) + "}");

    assertThat(read).isEqualTo(java.util.Map.of("column", name));
  }

  @Test
  void withoutAHeaderThereIsNothingToSuggest() {
    assertThat(suggested("A title", "and a note")).isEmpty();
  }
}
