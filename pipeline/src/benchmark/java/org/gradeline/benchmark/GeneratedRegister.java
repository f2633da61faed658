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

  /** Region codes with the inspectorate's regions. */
  private static final List<List<String>> REGIONS =
      List.of(
          List.of("E12000001", "North East, Yorkshire and the Humber"),
          List.of("E12000002", "North West"),
          List.of("E12000003", "North East, Yorkshire and the Humber"),
          List.of("E12000004", "East Midlands"),
          List.of("E12000005", "West Midlands"),
          List.of("E12000006", "East of England"),
          List.of("E12000007", "London"),
          List.of("E12000008", "South East"),
          List.of("E12000009", "South West"));

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
    for (String shared : List.of("regions.csv", "reporting_dates.csv")) {
      Files.copy(own.resolve(shared), target.resolve(shared));
    }
    CsvText rows = new CsvText();
    header(
        rows,
        "la_code",
        "council",
        "council_type",
        "region_code",
        "ofsted_region",
        "urn",
        "opened",
        "closed");
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
  }

  private static void header(CsvText rows, String... names) {
    for (String name : names) {
      rows.cell(name);
    }
    rows.end();
  }

  private static void council(CsvText rows, GeneratedCouncil council) {
    List<String> region = REGIONS.get(council.number() % REGIONS.size());
    rows.cell(council.laCode())
        .cell(council.name())
        .cell(TYPES.get(council.number() / REGIONS.size() % TYPES.size()))
        .cell(region.get(0))
        .cell(region.get(1))
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
