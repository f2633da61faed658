package org.gradeline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The reports of a place, held by a run that makes new ones. Whoever reads meanwhile sees the last
 * reports or the new ones, never a mix, whenever the run dies. Not safe for several threads.
 *
 * <pre>{@code
 * try (HeldReports reports = HeldReports.open(location)) {
 *   write(reports.staging());
 *   reports.publish();
 * }
 * }</pre>
 */
public interface HeldReports extends Closeable {
  /**
   * Opens the reports of a place for a run.
   *
   * @param reports a folder of this machine, or a place in any of Beam's file systems
   * @throws IOException when it cannot be written, or another run holds it
   */
  static HeldReports open(Location reports) throws IOException {
    return reports.isLocal() ? ReportsFolder.open(reports.path()) : StoredReports.open(reports);
  }

  /**
   * What a run would replace. Makes sure that a run could open the place now, and writes nothing.
   *
   * @param reports a folder of this machine, or a place in any of Beam's file systems
   * @return where the last reports are; none when there are none
   * @throws IOException as {@link #open} does
   */
  static Optional<Location> replaceable(Location reports) throws IOException {
    return reports.isLocal()
        ? ReportsFolder.replaceable(reports.path()).map(Location::of)
        : StoredReports.current(reports);
  }

  /** Where the reports are once they are published. */
  Location published();

  /** The folder of this machine in which the new reports are made. */
  Path staging() throws IOException;

  /** A folder of this machine for temporary files of the run. */
  Path work() throws IOException;

  /** The folder for what workers leave. */
  Location shared() throws IOException;

  /**
   * Replaces the last reports with the staged ones.
   *
   * @return where the last reports still are, when they could not be deleted
   * @throws IOException when the reports could not be replaced
   */
  Optional<Location> publish() throws IOException;

  /**
   * Replaces one folder of the last reports with the staged one of that name, and leaves the others
   * as they are.
   *
   * @throws IOException when it could not be replaced
   */
  void publishPart(String name) throws IOException;

  /**
   * Keeps the staged reports for people to look at, and leaves the last reports as they are.
   *
   * @return the folder that has the rejected reports
   */
  Location reject() throws IOException;
}
