package org.gradeline.publishing.describing;

import java.time.LocalDate;
import org.gradeline.reference.PartialDate;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;

/**
 * How to cite the reports, in the Citation File Format 1.2.0. The date is that of the newest report
 * that the run knows, so that the same records are cited alike whenever they are run.
 */
public final class Citation {
  /** Its file in the reports. */
  public static final String FILE = "CITATION.cff";

  private Citation() {}

  /**
   * Writes the citation.
   *
   * @param version version of the program
   * @param newest the newest publication in the records; null when there is none
   * @param view the run's view
   */
  public static String describe(String version, @Nullable PartialDate newest, RunView view) {
    LocalDate released = Edition.of(version, newest, null, view).released();
    return """
    cff-version: 1.2.0
    message: If you use these tables, please cite them as below.
    type: dataset
    title: "%s"
    abstract: >-
      Tables made by Gradeline as at %s, from the records of inspections whose reports were published by %s.
      Contains public sector information licensed under the Open Government Licence v3.0.
    authors:
      - name: Gradeline
    version: "%s"
    date-released: %s
    license: OGL-UK-3.0
    """
        .formatted(
            DataPackage.TITLE, view.date().asAt(), view.date().publishedBy(), version, released);
  }
}
