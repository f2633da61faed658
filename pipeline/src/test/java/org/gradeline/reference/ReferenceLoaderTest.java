package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault in reference data is reported with its file, its line number, what is wrong and what
 * to do. In the expected texts, "@" means the number of the line that was changed.
 */
class ReferenceLoaderTest {
  private static final String COUNCILS = "reference/councils.csv";
  private static final String CODES = "reference/council_codes.csv";
  private static final String ALIASES = "reference/council_aliases.csv";
  private static final String GROUPINGS = "reference/groupings.csv";
  private static final String NEIGHBOURS = "reference/statistical_neighbours.csv";
  private static final String SUCCESSION = "reference/succession.csv";
  private static final String DATES = "reference/reporting_dates.csv";
  private static final String PERIODS = "reference/known_periods.csv";
  private static final String MEASURES = "reference/measures.csv";
  private static final String MARKS = "reference/marks.csv";
  private static final String SPEND = "reference/context/spend.csv";

  private static Arguments fault(String name, Consumer<DataFolder> change, String... problems) {
    return arguments(name, change, problems);
  }

  /** A new file beside the project's own. */
  private static Arguments yaml(String name, String text, String... problems) {
    return arguments(
        name, (Consumer<DataFolder>) data -> data.write("frameworks/new.yaml", text), problems);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "faultyFiles",
    "faultyCouncils",
    "faultyGroupings",
    "faultyCodes",
    "faultyNames",
    "faultyNeighbours",
    "faultySuccession",
    "faultyReportingDates",
    "faultyKnownPeriods",
    "faultyContext",
    "faultyYaml",
    "faultySchemes",
    "faultyScales",
    "faultyFrameworks",
    "faultyLines",
    "faultyScopes",
    "faultyVisitTypes"
  })
  void aFaultIsReportedWithItsPlaceAndItsRemedy(
      String name, Consumer<DataFolder> change, String[] problems, @TempDir Path folder) {
    DataFolder data = new DataFolder(folder);
    change.accept(data);

    assertThat(data.problems())
        .containsExactly(
            Arrays.stream(problems)
                .map(problem -> problem.replace("@", Long.toString(data.lineNumber())))
                .toArray(String[]::new));
  }

  static Stream<Arguments> faultyFiles() {
    return Stream.of(
        fault(
            "a file is missing",
            data -> data.delete(SUCCESSION),
            SUCCESSION
                + ": the file is missing. Put it into the data folder, or name another with"
                + " --data."),
        fault(
            "a column is missing",
            data -> data.replace(CODES, "valid_from", "from"),
            CODES
                + ":1: the column 'valid_from' is missing."
                + " The header needs [la_code, gss_code, valid_from, valid_to]."),
        fault(
            "a file is empty",
            data -> data.write(ALIASES, ""),
            ALIASES + ":1: the column 'alias' is missing. The header needs [alias, la_code]."),
        fault(
            "a column appears twice",
            data -> data.replace(ALIASES, "alias,la_code", "alias,la_code,la_code"),
            ALIASES
                + ": the file is not valid CSV (The header contains a duplicate name: \"la_code\""
                + " in [alias, la_code, la_code]. If this is valid then use"
                + " CSVFormat.Builder.setDuplicateHeaderMode().). Fix its quotes or header."),
        fault(
            "a comma is not quoted",
            data -> data.append(ALIASES, "Bournemouth, Christchurch and Poole,839"),
            ALIASES
                + ":@: the row has 3 cells, but the header has 2."
                + " Give every column a cell, and quote cells that have commas."),
        fault(
            "a cell is missing",
            data -> data.append(SUCCESSION, "909,942"),
            SUCCESSION
                + ":@: the row has 2 cells, but the header has 3."
                + " Give every column a cell, and quote cells that have commas."),
        fault(
            "a quote is not closed",
            data -> data.append(ALIASES, "\"Knowsley,340"),
            ALIASES
                + ": the file is not valid CSV ((startline 221) EOF reached"
                + " before encapsulated token finished). Fix its quotes or header."),
        fault(
            "a short file is not UTF-8",
            data ->
                data.write(
                    SUCCESSION,
                    "predecessor,successor,date\n\u00e9,,".getBytes(StandardCharsets.ISO_8859_1)),
            SUCCESSION + ": the file is not UTF-8. Save it as UTF-8."),
        fault(
            "a long file is not UTF-8",
            data ->
                data.write(
                    COUNCILS,
                    (data.read(COUNCILS) + "999,Montr\u00e9al,,,,")
                        .getBytes(StandardCharsets.ISO_8859_1)),
            COUNCILS + ": the file is not UTF-8. Save it as UTF-8."));
  }

  static Stream<Arguments> faultyCouncils() {
    return Stream.of(
        fault(
            "a council without a name",
            data -> data.append(COUNCILS, "999,,,,,"),
            COUNCILS + ":@: the la_code or the council's name is blank. Fill in both."),
        fault(
            "a council twice",
            data -> data.append(COUNCILS, "340,Knowsley,,,,"),
            COUNCILS + ":@: the la_code '340' appears twice. Keep one of the two."),
        fault(
            "a number of the inspectorate's for two councils",
            data -> data.append(COUNCILS, "999,Atlantis,,80479,,"),
            COUNCILS + ":@: the urn '80479' appears twice. Keep one of the two."),
        fault(
            "an impossible day",
            data -> data.append(COUNCILS, "999,Atlantis,,,2009-02-29,"),
            COUNCILS
                + ":@: opened is '2009-02-29', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."),
        fault(
            "a day in another form",
            data -> data.append(COUNCILS, "999,Atlantis,,,,01/04/2009"),
            COUNCILS
                + ":@: closed is '01/04/2009', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."),
        fault(
            "closed before it opened",
            data -> data.append(COUNCILS, "999,Atlantis,,,2019-04-01,2019-04-01"),
            COUNCILS
                + ":@: opened 2019-04-01 is not before closed 2019-04-01."
                + " Give the first day, then the day after the last."));
  }

  static Stream<Arguments> faultyGroupings() {
    return Stream.of(
        fault(
            "a group of an unknown council",
            data -> data.append(GROUPINGS, "region,E12000002,North West,999,,"),
            GROUPINGS
                + ":@: la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a group without a name",
            data -> data.append(GROUPINGS, "coast,,,340,,"),
            GROUPINGS + ":@: the label is blank. Fill it in."),
        fault(
            "a group of nothing",
            data -> data.append(GROUPINGS, ",,Coastal,340,,"),
            GROUPINGS + ":@: the grouping is blank. Fill it in.",
            GROUPINGS + ":@: the grouping is ''. Write small letters, digits and underscores."),
        fault(
            "a grouping that could not be a name in tables",
            data -> data.append(GROUPINGS, "By the sea,,Coastal,340,,"),
            GROUPINGS
                + ":@: the grouping is 'By the sea'."
                + " Write small letters, digits and underscores."),
        fault(
            "a grouping of the name that the whole country has",
            data -> data.append(GROUPINGS, "national,W92000004,Wales,340,,"),
            GROUPINGS
                + ":@: the grouping is 'national', which all councils are in."
                + " Rename the grouping."),
        fault(
            "a code with two labels, reported once",
            data ->
                data.replace(
                    GROUPINGS,
                    "region,E12000002,North West,350,,\nregion,E12000002,North West,351,,",
                    "region,E12000002,Northwest,350,,\nregion,E12000002,Northwest,351,,"),
            GROUPINGS
                + ":@: the code 'E12000002' has two labels, 'North West' and 'Northwest'."
                + " Give a code one label."),
        fault(
            "a label with two codes, which tables could not tell apart",
            data ->
                data.replace(
                    GROUPINGS,
                    "region,E12000002,North West,350,,\nregion,E12000002,North West,351,,",
                    "region,E1200000,North West,350,,\nregion,E1200000,North West,351,,"),
            GROUPINGS
                + ":@: the label 'North West' has two codes, 'E12000002' and 'E1200000'."
                + " Give a label one code."),
        fault(
            "a council in two groups of a grouping at a time",
            data -> data.append(GROUPINGS, "region,E12000001,North East,340,,"),
            GROUPINGS
                + ":@: the council 340 is in two groups of region at a time,"
                + " 'North West' and 'North East'."
                + " End the one on the day on which the other begins."),
        fault(
            "a council in two groups for a day",
            data ->
                data.replace(
                    GROUPINGS,
                    "council_type,,Unitary Authority,815,2023-04-01,",
                    "council_type,,Unitary Authority,815,2023-03-31,"),
            GROUPINGS
                + ":@: the council 815 is in two groups of council_type at a time,"
                + " 'County' and 'Unitary Authority'."
                + " End the one on the day on which the other begins."),
        fault(
            "days in the wrong order",
            data -> data.append(GROUPINGS, "coast,,Coastal,340,2020-04-01,2019-04-01"),
            GROUPINGS
                + ":@: valid_from 2020-04-01 is not before valid_to 2019-04-01."
                + " Give the first day, then the day after the last."),
        fault(
            "a day in another form",
            data -> data.append(GROUPINGS, "coast,,Coastal,340,April 2020,"),
            GROUPINGS
                + ":@: valid_from is 'April 2020', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."),
        fault(
            "a column is missing",
            data -> data.replace(GROUPINGS, "grouping,code,label", "grouping,code,name"),
            GROUPINGS
                + ":1: the column 'label' is missing."
                + " The header needs [grouping, code, label, la_code, valid_from, valid_to]."));
  }

  static Stream<Arguments> faultyCodes() {
    return Stream.of(
        fault(
            "a code of an unknown council",
            data -> data.append(CODES, "999,E06000099,,"),
            CODES
                + ":@: the la_code '999' is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a blank code",
            data -> data.replace(CODES, "340,E08000011,,", "340,,,"),
            CODES + ":@: the gss_code is blank. Fill it in."),
        fault(
            "a code for two councils",
            data -> data.append(CODES, "909,E08000011,2023-04-01,"),
            CODES
                + ":@: the gss_code 'E08000011' appears twice, and council 340 has it too. Keep one"
                + " of the two."),
        fault(
            "a code that ends before it begins",
            data -> data.replace(CODES, "340,E08000011,,", "340,E08000011,2020-04-01,2019-04-01"),
            CODES
                + ":@: valid_from 2020-04-01 is not before valid_to 2019-04-01."
                + " Give the first day, then the day after the last."),
        fault(
            "days of codes that overlap",
            data -> data.replace(CODES, "825,E06000060,2020-04-01,", "825,E06000060,2020-03-31,"),
            CODES
                + ":@: the days of E06000060 overlap those of E10000002, and both are codes of"
                + " council 825. End the older code on the day on which the newer one begins."),
        fault(
            "a second code that holds always",
            data -> data.append(CODES, "340,E08000099,,"),
            CODES
                + ":@: the days of E08000099 overlap those of E08000011, and both are codes of"
                + " council 340. End the older code on the day on which the newer one begins."),
        fault(
            "a day in another form",
            data -> data.replace(CODES, "825,E06000060,2020-04-01,", "825,E06000060,April 2020,"),
            CODES
                + ":@: valid_from is 'April 2020', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank.",
            CODES
                + ":@: the days of E06000060 overlap those of E10000002, and both are codes of"
                + " council 825. End the older code on the day on which the newer one begins."));
  }

  static Stream<Arguments> faultyNames() {
    return Stream.of(
        fault(
            "an alias of an unknown council",
            data -> data.append(ALIASES, "Atlantis,999"),
            ALIASES
                + ":@: la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a joint service of an unknown council",
            data -> data.append(ALIASES, "Atlantis and Knowsley,340;999"),
            ALIASES
                + ":@: la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a name for two councils",
            data -> data.append(ALIASES, "KNOWSLEY!,341"),
            ALIASES
                + ":@: the name 'KNOWSLEY!' belongs to two councils, 340 and 341."
                + " Remove it from one of them."),
        fault(
            "two councils of one name",
            data -> data.append(COUNCILS, "999,Knowsley,,,,"),
            COUNCILS
                + ":@: the name 'Knowsley' belongs to two councils, 340 and 999."
                + " Remove it from one of them."),
        fault(
            "a name without a letter",
            data -> data.append(ALIASES, "-,340"),
            ALIASES + ":@: the name '-' has no letter or digit. Write a name."));
  }

  static Stream<Arguments> faultyNeighbours() {
    return Stream.of(
        fault(
            "a council that does not exist",
            data -> data.append(NEIGHBOURS, "999,1,340"),
            NEIGHBOURS
                + ":@: la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a neighbour that does not exist",
            data -> data.append(NEIGHBOURS, "340,11,999"),
            NEIGHBOURS
                + ":@: neighbour_la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a council that is its own neighbour",
            data -> data.append(NEIGHBOURS, "340,11,340"),
            NEIGHBOURS + ":@: council 340 is its own neighbour. Remove the row."),
        fault(
            "a position of zero",
            data -> data.append(NEIGHBOURS, "340,0,931"),
            NEIGHBOURS + ":@: the position is '0'. Number the neighbours from 1, the closest."),
        fault(
            "a position that is not a number",
            data -> data.append(NEIGHBOURS, "340,first,931"),
            NEIGHBOURS + ":@: the position is 'first'. Number the neighbours from 1, the closest."),
        fault(
            "a position twice",
            data -> data.append(NEIGHBOURS, "340,1,931"),
            NEIGHBOURS
                + ":@: the position 1 or the neighbour 931 appears twice for council 340."
                + " List each neighbour once, at its own position."),
        fault(
            "a neighbour twice",
            data -> data.replace(NEIGHBOURS, "301,2,821", "301,2,308"),
            NEIGHBOURS
                + ":@: the position 2 or the neighbour 308 appears twice for council 301."
                + " List each neighbour once, at its own position."));
  }

  static Stream<Arguments> faultySuccession() {
    return Stream.of(
        fault(
            "a successor that does not exist",
            data -> data.append(SUCCESSION, "909,999,2023-04-01"),
            SUCCESSION
                + ":@: successor is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a date that disagrees with the councils' own",
            data -> data.replace(SUCCESSION, "909,942,2023-04-01", "909,942,2022-04-01"),
            SUCCESSION
                + ":@: the date '2022-04-01' is not the day on which 909 closed (2023-04-01)"
                + " and 942 opened (2023-04-01). Make the three dates agree."),
        fault(
            "a predecessor that is still open",
            data -> data.append(SUCCESSION, "340,942,2023-04-01"),
            SUCCESSION
                + ":@: the date '2023-04-01' is not the day on which 340 closed (never)"
                + " and 942 opened (2023-04-01). Make the three dates agree."),
        fault(
            "no date",
            data -> data.replace(SUCCESSION, "909,942,2023-04-01", "909,942,"),
            SUCCESSION
                + ":@: the date '' is not the day on which 909 closed (2023-04-01)"
                + " and 942 opened (2023-04-01). Make the three dates agree."),
        fault(
            "a succession twice",
            data -> data.append(SUCCESSION, "909,942,2023-04-01"),
            SUCCESSION + ":@: the succession of 909 by 942 appears twice. Keep one of the two."));
  }

  static Stream<Arguments> faultyReportingDates() {
    return Stream.of(
        fault(
            "a blank date",
            data -> data.append(DATES, "2026-09-30,"),
            DATES + ":@: published_by is blank. Write it as yyyy-mm-dd."),
        fault(
            "an impossible date",
            data -> data.append(DATES, "2026-09-31,2026-10-31"),
            DATES
                + ":@: as_at is '2026-09-31', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."),
        fault(
            "reports out before inspections",
            data -> data.append(DATES, "2026-10-31,2026-09-30"),
            DATES
                + ":@: published_by 2026-09-30 is before as_at 2026-10-31."
                + " Reports come out after their inspections: swap the two dates, or fix them."),
        fault(
            "a date twice",
            data -> data.append(DATES, "2025-03-31,2025-06-30"),
            DATES + ":@: the reporting date 2025-03-31 appears twice. Keep one of the two."));
  }

  static Stream<Arguments> faultyKnownPeriods() {
    return Stream.of(
        fault(
            "what is not a visit",
            data -> data.append(PERIODS, "flying visit,2021-04-01,2025-03-31,"),
            PERIODS
                + ":@: the event is 'flying visit', which is not a type of visit."
                + " Use one of [monitoring visit, focused visit, follow-up visit,"
                + " joint targeted area inspection, area send revisit]."),
        fault(
            "no end",
            data -> data.append(PERIODS, "follow-up visit,2021-04-01,,"),
            PERIODS + ":@: the until is blank. Fill it in."),
        fault(
            "days in the wrong order",
            data -> data.append(PERIODS, "follow-up visit,2021-04-02,2021-04-01,"),
            PERIODS
                + ":@: from 2021-04-02 is not before until 2021-04-02."
                + " Give the first day, then the day after the last."));
  }

  static Stream<Arguments> faultyContext() {
    return Stream.of(
        fault(
            "a figure of an unknown council",
            data -> data.append(SPEND, "2025,999,,,,,,,,,,"),
            SPEND
                + ":@: la_code is '999', which is not in reference/councils.csv."
                + " Add the council there, or fix the code here."),
        fault(
            "a year that is not one",
            data -> data.append(SPEND, "2024-25,340,,,,,,,,,,"),
            SPEND + ":@: the year is '2024-25'. Write four digits."),
        fault(
            "what is neither a number nor a mark",
            data -> data.append(SPEND, "2024,340,lots,,,,,,,,,"),
            SPEND
                + ":@: 'lots' in the column 'spend_early_years' is not a number or a mark."
                + " Write a number, or one of the marks [z, x, c, u, low, note]."),
        fault(
            "a column that is not a measure, reported once",
            data -> data.replace(SPEND, "spend_early_years", "early_years"),
            SPEND
                + ":1: the column 'early_years' is not a measure of reference/measures.csv."
                + " Add the measure there, or remove the column."),
        fault(
            "a measure twice",
            data -> data.append(MEASURES, "caseload,Caseload,cases,,"),
            MEASURES + ":@: the measure 'caseload' appears twice. Keep one of the two."),
        fault(
            "a measure without a label",
            data -> data.append(MEASURES, "happiness,,,,"),
            MEASURES + ":@: the label is blank. Fill it in."),
        fault(
            "no marks",
            data -> data.delete(MARKS),
            MARKS
                + ": the file is missing. Put it into the data folder, or name another with"
                + " --data."));
  }

  static Stream<Arguments> faultySchemes() {
    return Stream.of(
        yaml(
            "a scheme twice",
            """
            schemes:
              - {scheme: area_send, label: SEND}
            """,
            "frameworks/schemes.yaml:10: the scheme 'area_send' appears twice. Keep one of the"
                + " two."),
        yaml(
            "a leading line that the scheme does not have",
            """
            schemes:
              - {scheme: fire, label: Fire services, leading_lines: [headline]}
            """,
            "frameworks/new.yaml:2: 'headline' is not a line of the scheme 'fire'. Use one of []."),
        yaml(
            "a framework of an unknown scheme",
            """
            frameworks:
              - framework: fire
                label: Fire services
                scheme: rescue
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:4: the scheme 'rescue' is not known."
                + " Use one of [childrens_services, area_send], or add it under 'schemes'."),
        yaml(
            "a label that is blank",
            """
            lines:
              - line: everything
                scheme: childrens_services
                label: " "
                phrase: everything
                members:
                  - {framework: ilacs, area: overall_effectiveness}
            """,
            "frameworks/new.yaml:4: 'label' is blank. Fill it in."),
        yaml(
            "a line across schemes",
            """
            lines:
              - line: everything
                scheme: childrens_services
                label: Everything
                phrase: everything
                members:
                  - {framework: ilacs, area: overall_effectiveness}
                  - {framework: send_2023, area: experiences_and_outcomes}
            """,
            "frameworks/new.yaml:2: the members of the line have different scales,"
                + " [childrens_services, send_2023]. Follow areas of one scale.",
            "frameworks/new.yaml:2: the line 'everything' of the scheme childrens_services"
                + " follows frameworks of [childrens_services, area_send]."
                + " Follow frameworks of one scheme."));
  }

  static Stream<Arguments> faultyYaml() {
    return Stream.of(
        yaml(
            "not YAML",
            """
            scopes:
              - {scope: open, label: Open
            """,
            "frameworks/new.yaml:3: the file is not valid YAML (expected ',' or '}', but got"
                + " <stream end>). Fix the line or the one above it."),
        yaml(
            "an empty file",
            "# Nothing.\n",
            "frameworks/new.yaml: the file is empty. Fill it, or delete it."),
        fault(
            "not UTF-8",
            data ->
                data.write(
                    "frameworks/new.yaml", "# \u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
            "frameworks/new.yaml: the file is not UTF-8. Save it as UTF-8."),
        yaml(
            "a list in place of a mapping",
            "- scopes\n",
            "frameworks/new.yaml:1: names and values are expected here. Write 'name: value'."),
        yaml(
            "an unknown section",
            """
            # New lines.
            linez:
              - line: late
            """,
            "frameworks/new.yaml:2: 'linez' is not known here. Did you mean 'lines'?"),
        yaml(
            "an unknown section like no other",
            "inspectorates: []\n",
            "frameworks/new.yaml:1: 'inspectorates' is not known here. Use one of [country,"
                + " frameworks, lines, scales, schemes, scopes, visit_types]."),
        yaml(
            "a name twice",
            """
            visit_types:
              - visit_type: survey
                wordings: [Survey]
                wordings: [Poll]
            """,
            "frameworks/new.yaml:4: 'wordings' appears twice. Keep one of the two."),
        yaml(
            "a section that is not a list",
            "visit_types: survey\n",
            "frameworks/new.yaml:1: 'visit_types' is not a list. Write [a, b], or '- a' on a line"
                + " of its own."),
        yaml(
            "a value that is not a text",
            """
            visit_types:
              - visit_type: [survey]
                wordings: [Survey]
            """,
            "frameworks/new.yaml:2: 'visit_type' is not a single value. Write one value."),
        yaml(
            "an entry that is not a mapping",
            """
            visit_types:
              - survey
            """,
            "frameworks/new.yaml:2: names and values are expected here. Write 'name: value'.",
            "frameworks/new.yaml:2: 'visit_type' is missing. Add it."));
  }

  static Stream<Arguments> faultyScales() {
    String grades =
        """
            grades:
              - {grade: met, label: Met}
              - {grade: not_met, label: Not met}
        """;
    return Stream.of(
        yaml(
            "a pass mark that is not a grade",
            """
            scales:
              - scale: standard
                label: Standard
                pass_mark: good
                pass_name: passed
                pass_label: Passed
            """
                + grades,
            "frameworks/new.yaml:4: the pass mark 'good' is not one of the grades [met, not_met]."
                + " Name one of them."),
        yaml(
            "a grade twice",
            """
            scales:
              - scale: standard
                label: Standard
                pass_mark: met
                pass_name: passed
                pass_label: Passed
                grades: [{grade: met, label: Met}, {grade: met, label: Not met}]
            """,
            "frameworks/new.yaml:2: a grade appears twice in [met, met]. Keep one of the two."),
        yaml(
            "no grades",
            """
            scales:
              - scale: standard
                label: Standard
                pass_mark: met
                pass_name: passed
                pass_label: Passed
            """,
            "frameworks/new.yaml:2: the scale has no grades. List them under 'grades', best first,"
                + " or give 'numbers: {best: 4, worst: 1}'."),
        yaml(
            "grades and numbers, and numbers without an end",
            """
            scales:
              - scale: stars
                label: Stars
                pass_mark: three
                grades: [{grade: three, label: Three}]
                numbers: {best: 3, worst: 1}
              - scale: points
                label: Points
                pass_mark: 3
                numbers: {best: 3, worst: 1000}
              - scale: score
                label: Score
                pass_mark: 3
                numbers: {best: many}
            """,
            "frameworks/new.yaml:6: the scale has 'grades' and 'numbers'. Keep one of the two.",
            "frameworks/new.yaml:10: the scale has 998 grades, and the limit is 127. Use a shorter"
                + " range.",
            "frameworks/new.yaml:14: 'best' is 'many'. Write a whole number.",
            "frameworks/new.yaml:14: 'worst' is missing. Add it."),
        yaml(
            "a scale twice",
            """
            scales:
              - scale: childrens_services
                label: Standard
                pass_mark: met
                pass_name: passed
                pass_label: Passed
            """
                + grades,
            "frameworks/scales.yaml:3: the scale 'childrens_services' appears twice."
                + " Keep one of the two."),
        yaml(
            "what the grades that pass are called is missing, where several do",
            """
            scales:
              - scale: standard
                label: Standard
                pass_mark: not_met
                pass_lable: Passed
            """
                + grades,
            "frameworks/new.yaml:5: 'pass_lable' is not known here. Did you mean 'pass_label'?",
            "frameworks/new.yaml:2: 'pass_name' is missing. Add it.",
            "frameworks/new.yaml:2: 'pass_label' is missing. Add it."));
  }

  static Stream<Arguments> faultyFrameworks() {
    return Stream.of(
        yaml(
            "an unknown scale",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                scale: stars
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:5: the scale 'stars' is not known. Use one of [childrens_services,"
                + " send_2016, send_2023]."),
        yaml(
            "no scale",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:2: 'scale' is missing. Add it."),
        yaml(
            "two areas of one name, and days in the wrong order",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas:
                  - {area: overall, label: Overall}
                  - {area: overall, label: Overall}
                  - {area: brief, label: Brief, from: 2024-01-01, until: 2023-01-01}
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:9: the area 'overall' appears twice. Keep one of the two.",
            "frameworks/new.yaml:10: 'from' 2024-01-01 is not before 'until' 2023-01-01."
                + " Give the first day, then the day after the last."),
        yaml(
            "neither areas nor wordings, and values that must be one of a few",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: half
                scale: childrens_services
                start_date: maybe
            """,
            "frameworks/new.yaml:2: the framework has no areas. List what it judges under 'areas'.",
            "frameworks/new.yaml:4: 'coverage' is 'half'. It must be one of [full, partial].",
            "frameworks/new.yaml:6: 'start_date' is 'maybe'. It must be one of [usual, unknown].",
            "frameworks/new.yaml:2: 'wordings' is missing. List the printed wordings of each"
                + " grade."),
        yaml(
            "wordings of a grade that the scale does not have, and one wording for two grades",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings:
                  good: [Good, Fine]
                  inadequate: [Inadequate, FINE]
                  satisfactory: [Satisfactory]
            """,
            "frameworks/new.yaml:10: the wording 'FINE' appears under two grades."
                + " Keep it under one of them.",
            "frameworks/new.yaml:11: 'satisfactory' is not a grade of the scale"
                + " 'childrens_services'. Use one of [good, inadequate, not_judged, outstanding,"
                + " requires_improvement]."),
        yaml(
            "a key in capitals",
            """
            frameworks:
              - framework: SEND
                label: Special needs
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:2: the key 'SEND' is not in lower case. Write keys in lower"
                + " case."),
        yaml(
            "a framework twice",
            """
            frameworks:
              - framework: lscb
                label: Review
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas: [{area: lscb, label: Review}]
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:2: the framework 'lscb' appears twice. Keep one of the two."),
        yaml(
            "a misspelt name inside a framework",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas:
                  - {area: overall, label: Overall, frm: 2024-01-01}
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:8: 'frm' is not known here. Did you mean 'from'?"),
        yaml(
            "a day that does not exist",
            """
            frameworks:
              - framework: send
                label: Special needs
                coverage: partial
                scale: childrens_services
                start_date: usual
                areas:
                  - {area: overall, label: Overall, from: 2024-13-01}
                wordings: {good: [Good]}
            """,
            "frameworks/new.yaml:8: from is '2024-13-01', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."));
  }

  static Stream<Arguments> faultyLines() {
    return Stream.of(
        yaml(
            "an unknown framework, an unknown area, two areas of one framework",
            """
            lines:
              - line: late
                label: Late
                phrase: what came late
                members:
                  - {framework: iclas, area: in_care}
                  - {framework: slac, area: in_care}
                  - {framework: sif, area: adoption}
                  - {framework: sif, area: care_leavers}
            """,
            "frameworks/new.yaml:6: the framework 'iclas' is not known."
                + " Use one of [cpi, ilacs, lscb, send_2016, send_2023, sif, slac, tlac].",
            "frameworks/new.yaml:7: the area 'in_care' is not an area of slac."
                + " Use one of [safeguarding, looked_after].",
            "frameworks/new.yaml:9: the line follows two areas of sif. Keep one of the two."),
        yaml(
            "no members",
            """
            lines:
              - line: late
                label: Late
                phrase: what came late
            """,
            "frameworks/new.yaml:2: the line has no members. List the areas that it follows under"
                + " 'members'."),
        yaml(
            "members of two scales",
            """
            scales:
              - scale: standard
                label: Standard
                grades: [{grade: met, label: Met}, {grade: not_met, label: Not met}]
                pass_mark: met
                pass_name: passed
                pass_label: Passed
            frameworks:
              - framework: homes
                label: Homes
                scheme: childrens_services
                coverage: partial
                scale: standard
                start_date: usual
                areas: [{area: overall, label: Overall}]
                wordings: {met: [Met], not_met: [Not met]}
            lines:
              - line: mixed
                label: Mixed
                phrase: apples and pears
                members:
                  - {framework: homes, area: overall}
                  - {framework: sif, area: adoption}
            """,
            "frameworks/new.yaml:18: the members of the line have different scales,"
                + " [standard, childrens_services]. Follow areas of one scale."),
        yaml(
            "a line twice",
            """
            lines:
              - line: adoption
                label: Adoption
                phrase: adoption
                members: [{framework: sif, area: adoption}]
            """,
            "frameworks/new.yaml:2: the line 'adoption' appears twice. Keep one of the two."),
        yaml(
            "a change of definition in a month",
            """
            lines:
              - line: late
                label: Late
                phrase: what came late
                members:
                  - {framework: sif, area: adoption, definition_changed: [January 2023]}
            """,
            "frameworks/new.yaml:6: definition_changed is 'January 2023', which is not a date."
                + " Write it as yyyy-mm-dd, or leave it blank."));
  }

  static Stream<Arguments> faultyScopes() {
    return Stream.of(
        yaml(
            "an unknown framework",
            """
            scopes:
              - {scope: new, label: New, frameworks: [ilacs, sfi], geography_levels: [national]}
            """,
            "frameworks/new.yaml:2: the framework 'sfi' is not known."
                + " Use one of [cpi, ilacs, lscb, send_2016, send_2023, sif, slac, tlac]."),
        yaml(
            "no framework",
            """
            scopes:
              - {scope: new, label: New, frameworks: [], geography_levels: [national]}
            """,
            "frameworks/new.yaml:2: the scope has no frameworks."
                + " List them under 'frameworks', or write 'all'."),
        yaml(
            "no national level",
            """
            scopes:
              - {scope: new, label: New, frameworks: [sif], geography_levels: [region]}
            """,
            "frameworks/new.yaml:2: the geography levels are [region]. Write 'all', or use national"
                + " and any others of [council_type, deprivation_fifth, national, ofsted_region,"
                + " region]."),
        yaml(
            "an unknown level",
            """
            scopes:
              - {scope: new, label: New, frameworks: [sif], geography_levels: [national, ward]}
            """,
            "frameworks/new.yaml:2: the geography levels are [national, ward]. Write 'all', or use"
                + " national and any others of [council_type, deprivation_fifth, national,"
                + " ofsted_region, region]."),
        fault(
            "no scope of every framework",
            data ->
                data.replace(
                    "frameworks/scopes.yaml",
                    "    frameworks: all\n",
                    "    frameworks: [slac, cpi, tlac]\n"),
            "frameworks: no scope counts every framework. Add one with 'frameworks: all'."));
  }

  static Stream<Arguments> faultyVisitTypes() {
    return Stream.of(
        yaml(
            "a wording for two kinds of visit",
            """
            visit_types:
              - {visit_type: survey, wordings: [Survey, FOCUSED  VISIT]}
            """,
            "frameworks: the wording 'focused visit' appears under two visit types,"
                + " survey and focused visit. Keep it under one of them."),
        yaml(
            "a kind of visit twice",
            """
            visit_types:
              - {visit_type: survey, wordings: [Survey]}
              - {visit_type: survey, wordings: [Poll]}
            """,
            "frameworks/new.yaml:3: the visit_type 'survey' appears twice. Keep one of the two."));
  }

  @Test
  void allProblemsAreReportedAtOnceInTheOrderInWhichTheFilesAreRead(@TempDir Path folder) {
    DataFolder data =
        new DataFolder(folder)
            .append(CODES, "999,E06000099,,")
            .append(NEIGHBOURS, "340,0,931")
            .replace("frameworks/sif.yaml", "coverage: full", "coverage: fully")
            .append(DATES, "2026-10-31,2026-09-30");

    assertThat(data.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("frameworks/sif.yaml", CODES, NEIGHBOURS, DATES);
  }

  @Test
  void theExceptionHasALineForEachProblem(@TempDir Path folder) {
    DataFolder data = new DataFolder(folder).delete(SUCCESSION).append(CODES, "999,E06000099,,");

    assertThatThrownBy(data::load)
        .isInstanceOf(ReferenceException.class)
        .hasMessage(String.join("\n", data.problems()));
  }

  @Test
  void withoutTheListOfCouncilsNothingElseIsSaidToBeUnknown(@TempDir Path folder) {
    assertThat(new DataFolder(folder).delete(COUNCILS).problems())
        .containsExactly(
            COUNCILS
                + ": the file is missing. Put it into the data folder, or name another with"
                + " --data.");
  }

  @Test
  void aListWithoutACouncilIsAProblem(@TempDir Path folder) {
    DataFolder data = new DataFolder(folder);
    data.write(COUNCILS, data.read(COUNCILS).lines().findFirst().orElseThrow());

    assertThat(data.problems())
        .containsExactly(COUNCILS + ": there are no councils. Add a row for each council.");
  }

  @Test
  void ofFrameworksThatAreAllMissingOneProblemIsReported(@TempDir Path folder) {
    DataFolder data = new DataFolder(folder);
    for (String file : data.files("frameworks")) {
      data.delete("frameworks/" + file);
    }

    assertThat(data.problems())
        .containsExactly("frameworks: the folder has no *.yaml files. Put the frameworks there.");

    data.delete("frameworks");

    assertThat(data.problems())
        .containsExactly(
            "frameworks: the folder is missing."
                + " Put it into the data folder, or name another with --data.");
  }

  @Test
  void filesOfWhichNoneHasAFrameworkOrScopeAreAProblem(@TempDir Path folder) {
    DataFolder data = new DataFolder(folder);
    for (String file : data.files("frameworks")) {
      if (!file.equals("scales.yaml")) {
        data.delete("frameworks/" + file);
      }
    }

    assertThat(data.problems())
        .containsExactly(
            "frameworks: no scope counts every framework. Add one with 'frameworks: all'.",
            "frameworks: no file has a framework. Add a file with 'frameworks:'.");
  }

  @Test
  void aFileSavedBySpreadsheetsWithAMarkAtItsBeginningIsRead(@TempDir Path folder)
      throws ReferenceException {
    DataFolder data = new DataFolder(folder);
    data.write(COUNCILS, "\uFEFF" + data.read(COUNCILS).replace("\n", "\r\n"));
    data.write("frameworks/sif.yaml", "\uFEFF" + data.read("frameworks/sif.yaml"));

    assertThat(data.load().councils().all()).isEqualTo(ProjectData.reference().councils().all());
    assertThat(data.load().frameworks()).isEqualTo(ProjectData.reference().frameworks());
  }

  @Test
  void anExtraColumnAndAnotherOrderOfColumnsMakeNoDifference(@TempDir Path folder)
      throws ReferenceException {
    DataFolder data = new DataFolder(folder);
    data.write(
        SUCCESSION,
        """
        date,note,successor,predecessor
        2023-04-01,"Cumbria, split",942,909
        """);

    assertThat(data.load().successors()).containsOnlyKeys(ProjectData.council("909").position());
  }

  @Test
  void aScaleOfWhichOnlyTheBestGradePassesNeedsNoNameForThat(@TempDir Path folder)
      throws ReferenceException {
    Reference reference =
        new DataFolder(folder)
            .write(
                "frameworks/fire.yaml",
                """
                scales:
                  - scale: standard
                    label: Standard
                    pass_mark: met
                    grades: [{grade: met, label: Met}, {grade: not_met, label: Not met}]
                frameworks:
                  - framework: fire
                    label: Fire services
                    coverage: partial
                    scale: standard
                    start_date: usual
                    areas: [{area: overall, label: Overall}]
                    wordings: {met: [Met]}
                """)
            .load();

    assertThat(Objects.requireNonNull(reference.framework("fire")).scale())
        .extracting(Scale::passMark, Scale::passName, Scale::passLabel)
        .containsExactly(1, "", "Met");
  }

  @Test
  void aFrameworkThatNamesNoSchemeIsOfOneOfItsFilesName(@TempDir Path folder)
      throws ReferenceException {
    Reference reference =
        new DataFolder(folder)
            .write(
                "frameworks/aaa_fire.yaml",
                """
                frameworks:
                  - framework: fire
                    label: Fire services
                    coverage: full
                    scale: childrens_services
                    start_date: usual
                    areas: [{area: overall, label: Overall}]
                    wordings: {good: [Good]}
                lines:
                  - line: fire
                    label: Fire
                    phrase: fire services
                    members: [{framework: fire, area: overall}]
                """)
            .load();

    assertThat(reference.schemes())
        .extracting(Scheme::key)
        .containsExactly("childrens_services", "area_send", "aaa_fire");
    Scheme scheme = reference.schemes().get(2);
    assertThat(reference.lines(scheme)).extracting(Line::key).containsExactly("fire");
    assertThat(reference.leadingLines(scheme)).extracting(Line::key).containsExactly("fire");
  }

  @Test
  void withoutGroupingsKnownPeriodsAndContextThereAreNone(@TempDir Path folder)
      throws ReferenceException {
    DataFolder data = new DataFolder(folder).delete(GROUPINGS).delete(PERIODS);
    for (String file : data.files("reference/context")) {
      data.delete("reference/context/" + file);
    }
    data.delete("reference/context");
    Reference reference = data.load();

    assertThat(reference.geographies()).extracting(Geography::name).containsExactly("England");
    assertThat(reference.knownPeriods()).isEmpty();
    assertThat(reference.context().figures()).isEmpty();
  }

  @Test
  void aGroupingIsRowsOfAFileAndAlsoOfAnotherFile(@TempDir Path folder)
      throws IOException, ReferenceException {
    Path own = folder.resolve("coast.csv");
    Files.writeString(
        own,
        """
        grouping,code,label,la_code,valid_from,valid_to
        coast,,Coastal,890,,
        coast,,Inland,340,,2020-01-01
        coast,,Coastal,340,2020-01-01,
        """);

    Reference reference =
        ReferenceLoader.load(ProjectData.FOLDER, new ReferenceFiles(null, own, List.of()));

    assertThat(reference.geographies())
        .extracting(Geography::level, Geography::name)
        .containsExactly(
            tuple("coast", "Coastal"), tuple("coast", "Inland"), tuple("national", "England"));
    assertThat(reference.everyFramework().geographyLevels()).containsExactly("coast", "national");
    Council knowsley = Objects.requireNonNull(reference.councils().byLaCode("340"));
    assertThat(knowsley.geography("coast", LocalDate.of(2019, 12, 31))).isEqualTo("Inland");
    assertThat(knowsley.geography("coast", LocalDate.of(2020, 1, 1))).isEqualTo("Coastal");
  }

  @Test
  void neighboursCanBeThoseOfAnotherFile(@TempDir Path folder)
      throws IOException, ReferenceException {
    Path own = folder.resolve("neighbours.csv");
    Files.writeString(own, "la_code,position,neighbour_la_code\n340,1,341\n");

    Reference reference =
        ReferenceLoader.load(ProjectData.FOLDER, new ReferenceFiles(own, null, List.of()));

    assertThat(reference.neighbours()).containsOnlyKeys(ProjectData.council("340").position());
  }

  @Test
  void aCouncilCanBeLeftOutOfAllCountsAndMustBeInTheRegister() throws ReferenceException {
    Reference without =
        ReferenceLoader.load(
            ProjectData.FOLDER, new ReferenceFiles(null, null, List.of("420", "201")));

    assertThat(without.councils().all())
        .filteredOn(council -> !without.counts(council))
        .extracting(Council::laCode)
        .containsExactly("201", "420");
    assertThatThrownBy(
            () ->
                ReferenceLoader.load(
                    ProjectData.FOLDER, new ReferenceFiles(null, null, List.of("999"))))
        .hasMessage(
            "--exclude 999: no council has this code."
                + " Give the la_code of a council in reference/councils.csv.");
  }

  @Test
  void aNewSchemeIsOneMoreFile(@TempDir Path folder) throws ReferenceException {
    DataFolder data =
        new DataFolder(folder)
            .write(
                "frameworks/stars.yaml",
                """
                scales:
                  - scale: stars
                    label: One to five stars
                    grades:
                      - {grade: "5", label: Five stars}
                      - {grade: "4", label: Four stars}
                      - {grade: "3", label: Three stars}
                      - {grade: "2", label: Two stars}
                      - {grade: "1", label: One star}
                    pass_mark: "3"
                    pass_name: three_or_more
                    pass_label: Three stars or more
                frameworks:
                  - framework: hotels
                    label: Hotels
                    coverage: full
                    scale: stars
                    start_date: unknown
                    areas: [{area: comfort, label: Comfort}]
                    wordings: {"5": [five], "1": [one], not_judged: [closed]}
                lines:
                  - line: comfort
                    label: Comfort
                    phrase: comfort
                    members: [{framework: hotels, area: comfort}]
                """);

    Reference reference = data.load();

    Line comfort = reference.lines().get(reference.lines().size() - 1);
    assertThat(comfort.scale().grades())
        .extracting(Grade::key)
        .containsExactly("5", "4", "3", "2", "1");
    assertThat(comfort.scale().passMark()).isEqualTo(3);
    assertThat(reference.framework("hotels"))
        .isNotNull()
        .satisfies(
            hotels ->
                assertThat(hotels.wordings())
                    .containsEntry("five", 1)
                    .containsEntry("4", 2)
                    .containsEntry("one", 5)
                    .containsEntry("closed", Scale.NOT_JUDGED));
    assertThat(reference.everyFramework().includes(reference.frameworks().get(1))).isTrue();
  }
}
