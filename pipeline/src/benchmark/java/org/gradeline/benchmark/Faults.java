package org.gradeline.benchmark;

import java.util.SplittableRandom;
import org.gradeline.benchmark.GeneratedRecords.Draft;

/** Faults that generated records have. */
final class Faults {
  private Faults() {}

  /** Spoils a record. */
  static void add(Draft draft, SplittableRandom chance) {
    switch (chance.nextInt(10)) {
      case 0 -> draft.cells.put("la_code", "X" + chance.nextInt(100_000));
      case 1 -> draft.cells.put("council", "Ashfort and Bartom " + chance.nextInt(100_000));
      case 2 -> draft.cells.put("framework", "ilcas");
      case 3 -> draft.cells.put("published_date", draft.start.getYear() + "-02-30");
      case 4 -> draft.cells.put("published_date", "31/03/" + draft.start.getYear());
      case 5 -> spoilOrder(draft);
      // Rows that lack cells are filled up, which DuckDB does on one core alone.
      case 6, 7 -> draft.width = 21 + chance.nextInt(3);
      default -> spoilJudgement(draft, chance);
    }
  }

  /** An inspection after its council closed, or one that ends before it starts. */
  private static void spoilOrder(Draft draft) {
    if (draft.council.life() == Life.CLOSED) {
      draft.cells.put("start_date", Life.CHANGE.plusMonths(2).toString());
      draft.cells.put("end_date", "");
      draft.cells.put("published_date", Life.CHANGE.plusMonths(4).toString());
    } else {
      draft.cells.put("end_date", draft.start.minusYears(1).toString());
    }
  }

  /** One judgement that cannot be used; or none at all. */
  private static void spoilJudgement(Draft draft, SplittableRandom chance) {
    if (draft.grades.isEmpty()) {
      draft.cells.put("inspection_type", "telephone call");
      return;
    }
    String last = draft.kind.areas.get(draft.kind.areas.size() - 1);
    switch (chance.nextInt(3)) {
      case 0 -> draft.grades.put(last, "Excellent");
      case 1 -> draft.grades.put("impact_of_leaders", "Good?");
      default -> draft.grades.put(draft.kind == Kind.SLAC ? "adoption" : "care_leavers", "Good");
    }
  }
}
