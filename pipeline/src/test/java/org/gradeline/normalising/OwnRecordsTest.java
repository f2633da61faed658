package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Reading;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.Area;
import org.gradeline.reference.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The project's own records: every one is accepted, and what is odd in them is reported. */
class OwnRecordsTest {
  private static final List<CouncilRecord> RECORDS = new ArrayList<>();
  private static final Map<String, Integer> RECORDS_BY_FILE = new HashMap<>();
  private static final List<String> ISSUES = new ArrayList<>();

  @BeforeAll
  static void readAndNormalise() throws IOException {
    Normaliser normaliser = new Normaliser(Example.REFERENCE, LocalDate.of(2026, 11, 21));
    Layouts layouts = new Layouts(Example.REFERENCE.layouts().get(0), Example.REFERENCE.layouts());
    List<Source> sources = Sources.in(Example.DATA.resolve("inspections"));
    for (Slice slice : Reading.slices(sources, Long.MAX_VALUE, layouts)) {
      String file = slice.source().name();
      SliceReader.read(
          slice,
          layouts,
          entry -> {
            Normaliser.Result result = normaliser.normalise(slice.source().position(), entry);
            RECORDS.addAll(result.records());
            RECORDS_BY_FILE.merge(file, result.records().size(), Integer::sum);
            CouncilRecord record = result.records().isEmpty() ? null : result.records().get(0);
            result.issues().forEach(issue -> ISSUES.add(inWords(file, record, issue)));
          });
    }
  }

  private static String inWords(String file, @Nullable CouncilRecord record, QualityIssue issue) {
    String council =
        record == null ? "?" : Example.REFERENCE.councils().all().get(record.council()).name();
    return issue instanceof Warning warning
        ? file + ", " + council + ", " + warning.type().key() + ": " + warning.message()
        : file + ", " + council + ", " + issue;
  }

  @Test
  void everyRecordIsAccepted() {
    assertThat(RECORDS_BY_FILE)
        .containsOnly(
            Map.entry("inspections_slac.csv", 163),
            Map.entry("inspections_cpi.csv", 51),
            Map.entry("inspections_tlac.csv", 5),
            Map.entry("inspections_sif.csv", 173),
            Map.entry("inspections_lscb.csv", 1),
            Map.entry("inspections_ilacs.csv", 324),
            Map.entry("inspections_send_2016.csv", 149),
            Map.entry("inspections_send_2023.csv", 97),
            Map.entry("visits.csv", 291),
            Map.entry("visits_jtai.csv", 70),
            Map.entry("visits_send.csv", 46),
            Map.entry("knowsley.json", 3));
  }

  @Test
  void nothingIsRejectedOrRepairedAndTheOddIsDoubted() {
    String late = ", late_publication: published ";
    String start = ", missing_start_date: sif records usually have a start date";
    String sendStart = ", missing_start_date: send_2023 records usually have a start date";
    assertThat(ISSUES)
        .containsExactlyInAnyOrder(
            "inspections_ilacs.csv, South Tyneside" + late + "156 days after the start 2022-12-05",
            "inspections_ilacs.csv, Devon" + late + "225 days after the start 2024-09-30",
            "inspections_send_2023.csv, Cambridgeshire" + sendStart,
            "inspections_send_2023.csv, Buckinghamshire" + sendStart,
            "inspections_send_2023.csv, Thurrock" + sendStart,
            "inspections_send_2023.csv, Sutton" + late + "151 days after the start 2026-01-26",
            "inspections_sif.csv, Bournemouth" + start,
            "inspections_sif.csv, Surrey" + late + "225 days after the start 2014-10-21",
            "inspections_sif.csv, Peterborough" + late + "158 days after the start 2015-04-13",
            "inspections_sif.csv, Dorset County Council" + start,
            "inspections_sif.csv, City of London" + start,
            "inspections_sif.csv, Cumbria" + start,
            "knowsley.json, Knowsley" + start);
  }

  @Test
  void notJudgedIsAnOutcomeAndNotABlank() {
    Inspection scilly = inspection("420", "2016-06-27");

    assertThat(scilly.judgements()).hasSize(7);
    assertThat(scilly.judgements().stream().filter(j -> j.rank() == Scale.NOT_JUDGED))
        .extracting(CouncilRecord.Judgement::wording)
        .containsExactly("Not judged", "Not judged", "Not judged");
  }

  @Test
  void fromApril2026ThereIsNoOverallJudgement() {
    for (String council : List.of("304", "933")) {
      Inspection inspection = inspection(council, "2026-06-17");

      assertThat(areas(inspection))
          .containsExactly("impact_of_leaders", "help_and_protection", "in_care", "care_leavers");
    }
  }

  @Test
  void southTynesideStartedUnderTheOldSetOfAreas() {
    assertThat(areas(inspection("393", "2023-05-10")))
        .containsExactly(
            "overall_effectiveness", "impact_of_leaders", "help_and_protection", "in_care");
  }

  @Test
  void aMonthIsKeptAsPrinted() {
    assertThat(inspection("836", "2017-11-24").start()).hasToString("2017-09");
  }

  private static Inspection inspection(String laCode, String published) {
    return RECORDS.stream()
        .filter(Inspection.class::isInstance)
        .map(Inspection.class::cast)
        .filter(
            inspection ->
                inspection.published().toString().equals(published)
                    && Example.REFERENCE
                        .councils()
                        .all()
                        .get(inspection.council())
                        .laCode()
                        .equals(laCode))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> areas(Inspection inspection) {
    List<Area> areas = Example.REFERENCE.frameworks().get(inspection.framework()).areas();
    return inspection.judgements().stream()
        .map(judgement -> areas.get(judgement.area()).key())
        .toList();
  }
}
