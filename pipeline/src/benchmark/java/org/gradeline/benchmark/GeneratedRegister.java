package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference data of generated councils. Regions and reporting dates are the project's own. */
final class GeneratedRegister {
  private static final List<String> TYPES =
      List.of("County", "London Borough", "Metropolitan Borough", "Unitary Authority");

  /**
   * A region.
   *
   * @param code its code
   * @param name its name
   * @param ofsted the inspectorate's region that it is in
   */
  private record Region(String code, String name, String ofsted) {}

  private static final List<Region> REGIONS =
      List.of(
          new Region("E12000001", "North East", "North East, Yorkshire and the Humber"),
          new Region("E12000002", "North West", "North West"),
          new Region(
              "E12000003", "Yorkshire and The Humber", "North East, Yorkshire and the Humber"),
          new Region("E12000004", "East Midlands", "East Midlands"),
          new Region("E12000005", "West Midlands", "West Midlands"),
          new Region("E12000006", "East of England", "East of England"),
          new Region("E12000007", "London", "London"),
          new Region("E12000008", "South East", "South East"),
          new Region("E12000009", "South West", "South West"));

  private static final int NEIGHBOURS = 3;

  private final List<GeneratedCouncil> councils = new ArrayList<>();

  GeneratedRegister(int councils) {
    for (int number = 0; number < councils; number++) {
      this.councils.add(GeneratedCouncil.of(number, councils));
    }
  }

  /** All councils, by number. */
  List<GeneratedCouncil> councils() {
    return councils;
  }

  /**
   * Writes the reference data.
   *
   * @param own the project's own reference data
   * @param target folder of the generated
   */
  void write(Path own, Path target) throws IOException {
    Files.createDirectories(target);
    Files.copy(own.resolve("reporting_dates.csv"), target.resolve("reporting_dates.csv"));
    CsvText rows = new CsvText();
    header(rows, "grouping", "code", "label", "la_code", "valid_from", "valid_to");
    councils.forEach(council -> groups(rows, council));
    Files.writeString(target.resolve("groupings.csv"), rows.take());
    header(rows, "la_code", "council", "official_name", "urn", "opened", "closed");
    councils.forEach(council -> council(rows, council));
    Files.writeString(target.resolve("councils.csv"), rows.take());
    header(rows, "la_code", "gss_code", "valid_from", "valid_to");
    councils.forEach(council -> codes(rows, council));
    Files.writeString(target.resolve("council_codes.csv"), rows.take());
    header(rows, "alias", "la_code");
    for (GeneratedCouncil council : councils) {
      if (council.number() % 10 == 0) {
        rows.cell("Greater " + council.name()).cell(council.laCode()).end();
      }
    }
    Files.writeString(target.resolve("council_aliases.csv"), rows.take());
    header(rows, "la_code", "position", "neighbour_la_code");
    councils.forEach(council -> neighbours(rows, council));
    Files.writeString(target.resolve("statistical_neighbours.csv"), rows.take());
    header(rows, "predecessor", "successor", "date");
    for (GeneratedCouncil council : councils) {
      if (council.life() == Life.CLOSED) {
        String successor = councils.get(council.number() + 1).laCode();
        rows.cell(council.laCode()).cell(successor).cell(Life.CHANGE.toString()).end();
      }
    }
    Files.writeString(target.resolve("succession.csv"), rows.take());
    header(rows, "event", "from", "until", "source");
    for (String visit : List.of("monitoring visit", "focused visit")) {
      rows.cell(visit).cell("2000-01-01").cell("2030-12-31").cell("generated").end();
    }
    Files.writeString(target.resolve("known_periods.csv"), rows.take());
  }

  private static void header(CsvText rows, String... names) {
    for (String name : names) {
      rows.cell(name);
    }
    rows.end();
  }

  private static void groups(CsvText rows, GeneratedCouncil council) {
    Region region = REGIONS.get(council.number() % REGIONS.size());
    String type = TYPES.get(council.number() / REGIONS.size() % TYPES.size());
    group(rows, "region", region.code(), region.name(), council);
    group(rows, "ofsted_region", "", region.ofsted(), council);
    group(rows, "council_type", "", type, council);
  }

  private static void group(
      CsvText rows, String grouping, String code, String label, GeneratedCouncil council) {
    rows.cell(grouping).cell(code).cell(label).cell(council.laCode()).cell("").cell("").end();
  }

  private static void council(CsvText rows, GeneratedCouncil council) {
    rows.cell(council.laCode())
        .cell(council.name())
        .cell(council.name())
        .cell(Integer.toString(8_000_000 + council.number()))
        .cell(council.life() == Life.OPENED ? Life.CHANGE.toString() : "")
        .cell(council.life() == Life.CLOSED ? Life.CHANGE.toString() : "")
        .end();
  }

  /** One in twenty has had another code before. */
  private static void codes(CsvText rows, GeneratedCouncil council) {
    boolean changed = council.number() % 20 == 5;
    String code = "E" + (90_000_000 + council.number());
    if (changed) {
      String old = "E" + (80_000_000 + council.number());
      rows.cell(council.laCode()).cell(old).cell("").cell(Life.CHANGE.toString()).end();
    }
    rows.cell(council.laCode())
        .cell(code)
        .cell(changed ? Life.CHANGE.toString() : "")
        .cell("")
        .end();
  }

  private void neighbours(CsvText rows, GeneratedCouncil council) {
    for (int position = 1; position <= Math.min(NEIGHBOURS, councils.size() - 1); position++) {
      int neighbour = (council.number() + position) % councils.size();
      rows.cell(council.laCode())
          .cell(Integer.toString(position))
          .cell(councils.get(neighbour).laCode())
          .end();
    }
  }
}
