package org.gradeline.publishing.describing;

import java.time.LocalDate;
import org.gradeline.reference.PartialDate;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;

/**
 * What describes the reports as a whole. The same records give the same edition, whenever they are
 * run. Immutable.
 *
 * @param version version of the program
 * @param released the day of the newest report that the run knows
 * @param first the publication of the earliest rating, as printed; null when there is none
 * @param view the run's view
 */
public record Edition(
    String version, LocalDate released, @Nullable PartialDate first, RunView view) {

  /**
   * The edition of a run.
   *
   * @param version version of the program
   * @param newest the newest publication in the records; null when there is none
   * @param firstRated the earliest publication of a rating; null when there is none
   * @param view the run's view
   */
  public static Edition of(
      String version,
      @Nullable PartialDate newest,
      @Nullable PartialDate firstRated,
      RunView view) {
    LocalDate known = view.date().publishedBy();
    LocalDate released =
        newest == null || newest.toLocalDate().isAfter(known) ? known : newest.toLocalDate();
    return new Edition(version, released, firstRated, view);
  }
}
