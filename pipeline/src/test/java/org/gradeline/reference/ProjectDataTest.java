package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the project's own reference data says. */
class ProjectDataTest {
  private static final Reference REFERENCE = ProjectData.reference();
  private static final List<Council> COUNCILS = REFERENCE.councils().all();

  @Test
  void thereAre158CouncilsOfWhich153AreOpenToday() {
    assertThat(COUNCILS).hasSize(158);
    assertThat(COUNCILS).filteredOn(council -> council.closed() == null).hasSize(153);
    assertThat(COUNCILS)
        .filteredOn(council -> council.closed() != null)
        .extracting(Council::name)
        .containsExactly(
            "Dorset County Council", "Poole", "Bournemouth", "Cumbria", "Northamptonshire");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2010-03-31, 152
          2019-03-31, 152
          2019-04-01, 151
          2021-04-01, 152
          2023-04-01, 153
          2026-06-30, 153
          """)
  void mergersAndSplitsChangedHowManyAreOpen(LocalDate day, int open) {
    assertThat(COUNCILS).filteredOn(council -> council.openOn(day)).hasSize(open);
  }

  @Test
  void theRegisterIsInTheOrderOfCodesAndEachCouncilKnowsItsPlace() {
    assertThat(COUNCILS).extracting(Council::laCode).isSorted().doesNotHaveDuplicates();
    assertThat(COUNCILS)
        .allSatisfy(council -> assertThat(COUNCILS.get(council.position())).isSameAs(council))
        .allSatisfy(council -> assertThat(council.laCode()).matches("[0-9]{3}"));
  }

  @Test
  void everyOpenCouncilHasOneCodeOneRegionOneOfstedRegionAndOneType() {
    LocalDate day = LocalDate.of(2026, 6, 30);
    Scope any = ProjectData.scope("any");

    assertThat(COUNCILS)
        .filteredOn(council -> council.openOn(day))
        .allSatisfy(
            council -> {
              assertThat(council.codeOn(day)).matches("E(06|08|09|10)[0-9]{6}");
              assertThat(council.geographies(any, day))
                  .extracting(Geography::level)
                  // Councils that began after 2019 have no fifth.
                  .filteredOn(level -> !level.equals("deprivation_fifth"))
                  .containsExactlyInAnyOrder("national", "region", "ofsted_region", "council_type");
            });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # There were 27 counties from 2009 to 2019, when Dorset became unitary.
          2014-03-31, 27
          2019-03-31, 27
          2019-04-01, 26
          2020-04-01, 25
          2021-04-01, 24
          2023-03-31, 24
          2023-04-01, 21
          """)
  void countiesBecameFewer(LocalDate day, int counties) {
    assertThat(COUNCILS)
        .filteredOn(council -> council.openOn(day))
        .filteredOn(council -> council.geography(Geography.COUNCIL_TYPE, day).equals("County"))
        .hasSize(counties);
  }

  @Test
  void theFifthsOfDeprivationAreOf151CouncilsAndThreeBeganLater() {
    LocalDate day = LocalDate.of(2026, 6, 30);

    assertThat(COUNCILS)
        .filteredOn(council -> council.openOn(day))
        .filteredOn(council -> council.geography("deprivation_fifth", day).isEmpty())
        .extracting(Council::name)
        .containsExactly(
            "North Northamptonshire",
            "West Northamptonshire",
            "Cumberland",
            "Westmorland and Furness");
    assertThat(REFERENCE.geographies())
        .filteredOn(geography -> geography.level().equals("deprivation_fifth"))
        .extracting(Geography::code)
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void theGroupsAreInTheOrderOfTheTables() {
    assertThat(REFERENCE.geographies())
        .extracting(Geography::level)
        .isSorted()
        .contains("council_type", "deprivation_fifth", "national", "ofsted_region", "region");
    assertThat(REFERENCE.geographies())
        .allSatisfy(
            geography ->
                assertThat(REFERENCE.geographies().get(geography.position())).isEqualTo(geography));
  }

  @Test
  void thereAreTwoSchemesEachWithTheLinesThatLeadItToday() {
    assertThat(REFERENCE.schemes())
        .extracting(
            Scheme::key, scheme -> REFERENCE.leadingLines(scheme).stream().map(Line::key).toList())
        .containsExactly(
            tuple(
                "childrens_services",
                List.of("leadership", "help_and_protection", "in_care", "care_leavers")),
            tuple("area_send", List.of("send_2023")));
  }

  @Test
  void eachSchemeHasItsOwnLines() {
    assertThat(REFERENCE.lines(REFERENCE.schemes().get(0)))
        .extracting(Line::key)
        .containsExactly(
            "headline",
            "help_and_protection",
            "in_care",
            "care_leavers",
            "leadership",
            "adoption",
            "lscb");
    // Two frameworks that measure different things are two lines, which never compare.
    assertThat(REFERENCE.lines(REFERENCE.schemes().get(1)))
        .extracting(Line::key)
        .containsExactly("send_2016", "send_2023");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # type,                         first,      last,       known
          monitoring visit,               2021-04-01, 2025-03-31, true
          focused visit,                  2021-04-01, 2025-03-31, true
          follow-up visit,                2021-04-01, 2025-03-31, false
          joint targeted area inspection, 2021-04-01, 2025-03-31, false
          area send revisit,              2021-04-01, 2025-03-31, false
          """)
  void ofSomeTypesAllVisitsOfAPeriodAreKnown(
      String type, LocalDate first, LocalDate last, boolean known) {
    VisitType visits = Objects.requireNonNull(REFERENCE.visitType(type));

    assertThat(REFERENCE.countsVisits(visits, REFERENCE.schemes().get(0))).isEqualTo(known);
    assertThat(
            REFERENCE.knownPeriods().stream()
                .anyMatch(
                    period -> period.event().equals(visits.key()) && period.covers(first, last)))
        .isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2021-04-01, 2025-03-31, true
          2021-04-01, 2021-04-01, true
          2021-03-31, 2021-04-01, false
          2025-03-31, 2025-04-01, false
          """)
  void howManyVisitsThereWereIsKnownInsideThePeriodAlone(
      LocalDate first, LocalDate last, boolean known) {
    assertThat(REFERENCE.visitsKnown(REFERENCE.schemes().get(0), first, last)).isEqualTo(known);
  }

  @Test
  void contextHasAFigureOrAMarkOfEachMeasureThatIsKnown() {
    Context context = REFERENCE.context();

    assertThat(context.measures()).hasSize(28).containsKeys("children_in_care", "caseload");
    assertThat(context.marks().keySet()).containsExactly("z", "x", "c", "u", "low", "note");
    assertThat(context.figures())
        .isSortedAccordingTo(
            Comparator.comparingInt(Context.Figure::year).thenComparingInt(Context.Figure::council))
        .allSatisfy(
            figure -> {
              assertThat(figure.value().isEmpty()).isNotEqualTo(figure.mark().isEmpty());
              assertThat(context.measures()).containsKey(figure.measure());
            });
  }

  @Test
  void aSuccessorIsAnotherCouncilAndARenumberedOneIsTheSame() {
    assertThat(successors("909")).containsExactly("942", "943");
    assertThat(successors("928")).containsExactly("940", "941");
    assertThat(successors("835")).containsExactly("838", "839");
    assertThat(successors("836")).containsExactly("839");
    assertThat(successors("837")).containsExactly("839");
    assertThat(successors("825")).isEmpty();
  }

  private static List<String> successors(String laCode) {
    return REFERENCE
        .successors()
        .getOrDefault(ProjectData.council(laCode).position(), List.of())
        .stream()
        .map(Council::laCode)
        .toList();
  }

  @Test
  void everyOpenCouncilHasTenStatisticalNeighboursClosestFirst() {
    Map<Integer, List<Council>> neighbours = REFERENCE.neighbours();

    assertThat(neighbours).hasSize(153);
    assertThat(neighbours)
        .allSatisfy(
            (position, closest) ->
                assertThat(closest)
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .doesNotContain(COUNCILS.get(position)));
    assertThat(
            Objects.requireNonNull(neighbours.get(ProjectData.council("301").position()))
                .subList(0, 3))
        .extracting(Council::laCode)
        .containsExactly("308", "821", "313");
  }

  @Test
  void frameworksSayWhetherTheyCoverEverything() {
    assertThat(REFERENCE.frameworks())
        .extracting(Framework::key, Framework::full, Framework::startUsual)
        .containsExactly(
            tuple("cpi", false, false),
            tuple("ilacs", true, true),
            tuple("lscb", false, true),
            tuple("send_2016", true, true),
            tuple("send_2023", true, true),
            tuple("sif", true, true),
            tuple("slac", true, false),
            tuple("tlac", false, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slac  | safeguarding looked_after
          cpi   | overall_effectiveness
          tlac  | overall_effectiveness
          sif   | overall_effectiveness help_and_protection looked_after_and_permanence adoption care_leavers leadership_management_governance lscb
          lscb  | lscb
          ilacs | overall_effectiveness impact_of_leaders help_and_protection in_care care_leavers
          send_2016 | written_statement
          send_2023 | experiences_and_outcomes
          """)
  void aFrameworkHasTheAreasThatRecordsName(String framework, String areas) {
    assertThat(ProjectData.framework(framework).areas())
        .extracting(Area::key)
        .containsExactly(areas.split(" "));
  }

  @Test
  void childrensServicesHaveFourGradesAndPassAtGood() {
    Scale scale = ProjectData.line("headline").scale();

    assertThat(scale.grades())
        .extracting(Grade::rank, Grade::key, Grade::label)
        .containsExactly(
            tuple(1, "outstanding", "Outstanding"),
            tuple(2, "good", "Good"),
            tuple(3, "requires_improvement", "Requires improvement"),
            tuple(4, "inadequate", "Inadequate"));
    assertThat(scale.grade(scale.passMark()).key()).isEqualTo("good");
    assertThat(scale.passName()).isEqualTo("good_or_outstanding");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # wording,                       slac, sif, ilacs
          outstanding,                     1,    1,   1
          good,                            2,    2,   2
          requires improvement,            3,    3,   3
          requires improvement to be good, 3,    3,   3
          requires_improvement,            3,    3,   3
          inadequate,                      4,    4,   4
          # The middle grade was printed so until 2013.
          adequate,                        3,    ,
          # An outcome without a rank.
          not judged,                      0,    0,   0
          not_judged,                      0,    0,   0
          satisfactory,                    ,     ,
          """)
  void aPrintedWordingIsAGradeOfItsFramework(
      String wording, Integer slac, Integer sif, Integer ilacs) {
    assertThat(ProjectData.framework("slac").wordings().get(wording)).isEqualTo(slac);
    assertThat(ProjectData.framework("sif").wordings().get(wording)).isEqualTo(sif);
    assertThat(ProjectData.framework("ilacs").wordings().get(wording)).isEqualTo(ilacs);
  }

  @Test
  void aFrameworkIsFoundByItsKeyInAnyCase() {
    assertThat(Objects.requireNonNull(REFERENCE.framework(" ILACS ")).key()).isEqualTo("ilacs");
    assertThat(REFERENCE.framework("ilac")).isNull();
    assertThat(REFERENCE.framework("")).isNull();
    assertThat(Objects.requireNonNull(ProjectData.framework("sif").area("adoption")).position())
        .isEqualTo(3);
    assertThat(ProjectData.framework("sif").area("in_care")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Monitoring visit,       monitoring visit
          ILACS  monitoring visit, monitoring visit
          FOCUSED VISIT,          focused visit
          follow-up,              follow-up visit
          Follow up visit,        follow-up visit
          standard,
          short,
          re-inspection,
          visit,
          """)
  void aVisitIsRecognisedByItsInspectionType(String inspectionType, String visitType) {
    VisitType found = REFERENCE.visitType(inspectionType);

    assertThat(found == null ? null : found.key()).isEqualTo(visitType);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any       | cpi ilacs lscb send_2016 send_2023 sif slac tlac
          sif_ilacs | ilacs sif
          sif       | sif
          ilacs     | ilacs
          """)
  void aScopeCountsItsFrameworks(String scope, String frameworks) {
    assertThat(REFERENCE.frameworks())
        .filteredOn(ProjectData.scope(scope)::includes)
        .extracting(Framework::key)
        .containsExactly(frameworks.split(" "));
  }

  @Test
  void theScopeOfEveryFrameworkHasAllGeographiesAndTheOthersTheNationalOne() {
    assertThat(REFERENCE.everyFramework().key()).isEqualTo("any");
    assertThat(REFERENCE.everyFramework().geographyLevels())
        .containsExactlyInAnyOrder(
            "national", "region", "ofsted_region", "council_type", "deprivation_fifth");
    assertThat(REFERENCE.scopes())
        .filteredOn(scope -> !scope.key().equals("any"))
        .hasSize(3)
        .allSatisfy(scope -> assertThat(scope.geographyLevels()).containsExactly("national"));
  }

  @Test
  void reportingDatesAreEvery31MarchAndThoseOfOfficialFigures() {
    assertThat(REFERENCE.reportingDates())
        .extracting(date -> date.asAt().toString())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(REFERENCE.reportingDates())
        .contains(
            reportingDate("2010-03-31", "2010-04-30"),
            reportingDate("2015-06-30", "2015-06-30"),
            reportingDate("2015-11-30", "2015-11-30"),
            reportingDate("2016-09-30", "2016-10-31"),
            reportingDate("2017-03-31", "2017-04-30"),
            reportingDate("2017-10-31", "2017-12-08"),
            reportingDate("2018-09-30", "2018-10-31"),
            reportingDate("2019-08-31", "2019-09-30"),
            reportingDate("2023-03-31", "2023-04-30"),
            reportingDate("2024-03-31", "2024-06-30"),
            reportingDate("2025-03-31", "2025-06-30"));
    for (int year = 2010; year <= 2026; year++) {
      LocalDate march = LocalDate.of(year, 3, 31);
      assertThat(REFERENCE.reportingDates()).extracting(ReportingDate::asAt).contains(march);
    }
  }

  private static ReportingDate reportingDate(String asAt, String publishedBy) {
    return new ReportingDate(LocalDate.parse(asAt), LocalDate.parse(publishedBy));
  }

  @Test
  void allOfItTravelsToWorkersAndIsThereWhatItWasHere() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(REFERENCE);
    }
    Reference there;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      there = (Reference) in.readObject();
    }

    assertThat(there.councils().all()).isEqualTo(COUNCILS);
    assertThat(Objects.requireNonNull(there.councils().byName("Knowsley Council")).laCode())
        .isEqualTo("340");
    assertThat(there.frameworks()).isEqualTo(REFERENCE.frameworks());
    assertThat(there.lines()).isEqualTo(REFERENCE.lines());
    assertThat(there.scopes()).isEqualTo(REFERENCE.scopes());
    assertThat(there.visitTypes()).isEqualTo(REFERENCE.visitTypes());
    assertThat(there.geographies()).isEqualTo(REFERENCE.geographies());
    assertThat(there.reportingDates()).isEqualTo(REFERENCE.reportingDates());
    assertThat(there.neighbours()).isEqualTo(REFERENCE.neighbours());
    assertThat(there.successors()).isEqualTo(REFERENCE.successors());
    assertThat(there.schemes()).isEqualTo(REFERENCE.schemes());
    assertThat(there.knownPeriods()).isEqualTo(REFERENCE.knownPeriods());
    assertThat(there.excluded()).isEqualTo(REFERENCE.excluded());
    // Workers need no context: it stays behind.
    assertThat(there.context().figures()).isEmpty();
  }
}
