package org.gradeline.pipeline;

import org.apache.beam.sdk.values.PCollectionView;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Table;

/**
 * What every step after the reading is told. It stays with the driver; workers get the views.
 *
 * @param plan the plan of the run
 * @param planView the same on workers
 * @param readView what was read
 */
record RunContext(
    RunPlan plan, PCollectionView<RunPlan> planView, PCollectionView<RunPart> readView) {

  /** All tables. */
  Catalogue catalogue() {
    return Catalogue.of(plan.reference());
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  Table<?> table(String name) {
    return catalogue().tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no table '" + name + "'."));
  }
}
