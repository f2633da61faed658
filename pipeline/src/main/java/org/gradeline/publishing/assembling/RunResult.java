package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.util.List;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.RunView;
import org.gradeline.tables.TablePart;

/**
 * All that a run made: its totals, the national tallies, and the parts of the tables.
 *
 * @param totals what was read and written
 * @param tallies the tallies of all national tables
 * @param tableParts the parts of the tables
 */
public record RunResult(RunTotals totals, List<Tally> tallies, List<TablePart> tableParts) {
  public RunResult {
    tallies = List.copyOf(tallies);
    tableParts = List.copyOf(tableParts);
  }

  /**
   * The result that its workers' parts make.
   *
   * @param all what all workers made
   * @throws IOException when the counts are not of this run
   */
  public static RunResult of(RunPart all, RunView view) throws IOException {
    List<Tally> tallies = Catalogue.of(view.reference()).tallies(view);
    for (Counts counts : all.counts()) {
      counts.addTo(tallies);
    }
    return new RunResult(all.totals(), tallies, all.tableParts());
  }

  /**
   * The tally of a kind.
   *
   * @throws IllegalStateException when nothing of the kind was counted
   */
  public <T extends Tally> T tally(Class<T> kind) {
    return tallies.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was counted by " + kind));
  }
}
