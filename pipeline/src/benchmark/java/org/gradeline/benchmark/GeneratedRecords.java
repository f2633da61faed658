package org.gradeline.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generated records in one wide CSV file: the same for the same numbers of records and councils. No
 * two inspections of a council under one framework share a date, so that only repeated rows are
 * merged; about one row in a hundred is faulty, and one in three hundred repeats the one before it.
 */
final class GeneratedRecords {
  private static final List<String> AREAS =
      List.of(
          "overall_effectiveness",
          "safeguarding",
          "looked_after",
          "help_and_protection",
          "looked_after_and_permanence",
          "in_care",
          "adoption",
          "care_leavers",
          "leadership_management_governance",
          "impact_of_leaders",
          "lscb");
  private static final List<String> THEMES =
      List.of(
          "Children in care",
          "Care leavers",
          "Children in need, or subject to a plan",
          "The \"front door\"",
          "Assurance visit",
          "");
  private static final LocalDate HEADLINE_UNTIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate CARE_LEAVERS_FROM = LocalDate.of(2023, 1, 1);
  private static final int MOST_PER_COUNCIL = 2_500;

  private final long records;
  private final List<GeneratedCouncil> councils;
  private final long stride;

  GeneratedRecords(long records, List<GeneratedCouncil> councils) {
    if (records / councils.size() > MOST_PER_COUNCIL) {
      throw new IllegalArgumentException(
          "more than " + MOST_PER_COUNCIL + " records a council have no dates of their own");
    }
    this.records = records;
    this.councils = councils;
    this.stride = stride(records);
  }

  /** A step that visits every place once, far from the one before. */
  private static long stride(long places) {
    long step = Math.max(1, (long) (places * 0.618));
    while (commonDivisor(step, places) != 1) {
      step++;
    }
    return step;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /** Writes the file. */
  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      CsvText row = new CsvText();
      List.of(
              "la_code",
              "council",
              "framework",
              "inspection_type",
              "start_date",
              "end_date",
              "published_date")
          .forEach(row::cell);
      AREAS.forEach(row::cell);
      out.write(row.cell("report").cell("theme").end().take());
      String last = "";
      for (long i = 0; i < records; i++) {
        SplittableRandom chance = new SplittableRandom(i);
        boolean repeat = chance.nextInt(300) == 0 && !last.isEmpty();
        String text = repeat ? last : row(i * stride % records, chance, row);
        last = repeat ? "" : text;
        out.write(text);
      }
    }
  }

  /** The row of a place; a council has every so-manieth place. */
  private String row(long place, SplittableRandom chance, CsvText row) {
    GeneratedCouncil council = councils.get((int) (place % councils.size()));
    Life life = council.life();
    int own = (int) (place / councils.size());
    int all =
        (int) (records / councils.size() + (council.number() < records % councils.size() ? 1 : 0));
    double rounding = new SplittableRandom(council.number()).nextDouble();
    Life.Run run = life.run(own, all, rounding);
    Kind kind = run.kind();
    int number = own - run.first();
    long days = life.last(kind).toEpochDay() - life.first(kind).toEpochDay() + 1;
    LocalDate published =
        life.first(kind)
            .plusDays(days * number / run.count() + chance.nextLong(days / run.count()));
    int lag = 30 + council.number() % 30;
    Draft draft = new Draft(council, kind, published.minusDays(lag), published);
    draft.fill(number, chance);
    if (chance.nextInt(100) == 0) {
      Faults.add(draft, chance);
    }
    return draft.write(row);
  }

  /** A record in the making. */
  static final class Draft {
    final GeneratedCouncil council;
    final Kind kind;
    final LocalDate start;
    final Map<String, String> cells = new HashMap<>();
    final Map<String, String> grades = new HashMap<>();
    int width = 9 + AREAS.size();

    Draft(GeneratedCouncil council, Kind kind, LocalDate start, LocalDate published) {
      this.council = council;
      this.kind = kind;
      this.start = start;
      cells.put("la_code", council.laCode());
      cells.put("council", council.name());
      cells.put("framework", kind.framework);
      cells.put("inspection_type", kind.type);
      cells.put("published_date", published.toString());
    }

    void fill(int number, SplittableRandom chance) {
      if (kind == Kind.VISIT) {
        cells.put("inspection_type", number % 2 == 0 ? "monitoring visit" : "Focused visit");
        cells.put("start_date", start.toString());
        cells.put("theme", THEMES.get(chance.nextInt(THEMES.size())));
        if (chance.nextInt(3) > 0) {
          cells.remove("published_date");
        }
        return;
      }
      if (kind == Kind.ILACS && chance.nextInt(4) == 0) {
        cells.put("inspection_type", "short");
      }
      // Few records of frameworks whose starts are known lack theirs.
      if (kind.starts && chance.nextInt(200) > 0) {
        cells.put("start_date", start.toString());
        cells.put("end_date", start.plusDays(4 + chance.nextInt(8)).toString());
      }
      for (String area : kind.areas) {
        if (judged(area)) {
          grades.put(area, grade(chance));
        }
      }
      if (chance.nextInt(3) > 0) {
        int file = 50_000_000 + chance.nextInt(10_000_000);
        String comma = chance.nextInt(40) == 0 ? ",2" : "";
        cells.put("report", "https://files.example.org/v1/file/" + file + comma);
      }
      if (chance.nextInt(100) == 0) {
        cells.put("theme", "Letter to the director,\nwith a \"plan\" to come");
      }
    }

    private boolean judged(String area) {
      if (kind != Kind.ILACS) {
        return true;
      }
      return switch (area) {
        case "overall_effectiveness" -> start.isBefore(HEADLINE_UNTIL);
        case "care_leavers" -> !start.isBefore(CARE_LEAVERS_FROM);
        default -> true;
      };
    }

    private String grade(SplittableRandom chance) {
      int draw = chance.nextInt(1000);
      boolean old = kind == Kind.SLAC || kind == Kind.CPI || kind == Kind.TLAC;
      if (draw < 130) {
        return "Outstanding";
      }
      if (draw < 560) {
        return draw < 133 ? "GOOD" : draw < 136 ? " Good" : "Good";
      }
      if (draw < 880) {
        return old && draw < 720
            ? "Adequate"
            : draw < 850 ? "Requires improvement to be good" : "Requires improvement";
      }
      return draw < 985 ? "Inadequate" : "Not judged";
    }

    String write(CsvText row) {
      List<String> all = new ArrayList<>();
      for (String column :
          List.of(
              "la_code",
              "council",
              "framework",
              "inspection_type",
              "start_date",
              "end_date",
              "published_date")) {
        all.add(cells.getOrDefault(column, ""));
      }
      AREAS.forEach(area -> all.add(grades.getOrDefault(area, "")));
      all.add(cells.getOrDefault("report", ""));
      all.add(cells.getOrDefault("theme", ""));
      for (int i = 0; i < width; i++) {
        row.cell(i < all.size() ? all.get(i) : "?");
      }
      return row.end().take();
    }
  }
}
