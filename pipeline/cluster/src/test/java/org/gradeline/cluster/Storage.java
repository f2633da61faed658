package org.gradeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the command and the workers find the data and leave the reports. */
interface Storage {
  /** The project's own data. */
  Path DATA = Path.of("..", "..", "data").toAbsolutePath().normalize();

  /** What {@code --data} names. */
  String data();

  /** What {@code --reports} names, for reports of a name. */
  String reports(String name);

  /** Beam's options for it. */
  List<String> options();

  /** Every file of the published reports that a run's time of day does not show in, by its path. */
  Map<String, byte[]> published(String name) throws IOException, InterruptedException;

  /** Whether a file of the reports tells nothing of when they were made. */
  static boolean isTimeless(String file) {
    return !file.equals("run.json") && !file.startsWith(".");
  }
}
