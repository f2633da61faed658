package org.gradeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that makes the national reports, as a process.
 *
 * @param storage where its data and reports are
 * @param beam options for Beam
 */
record NationalRun(Storage storage, List<String> beam) {
  /** A run by the direct runner, in its own process. */
  static NationalRun alone(Storage storage) {
    return new NationalRun(storage, List.of());
  }

  /** A run on a cluster. */
  static NationalRun on(FlinkCluster cluster, Storage storage, int parallelism) {
    return new NationalRun(
        storage,
        List.of(
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.address(),
            "--parallelism=" + parallelism));
  }

  /** The same with one more option for Beam. */
  NationalRun with(String option) {
    List<String> more = new ArrayList<>(beam);
    more.add(option);
    return new NationalRun(storage, List.copyOf(more));
  }

  /**
   * Starts it.
   *
   * @param name the name of its log
   * @param folder an empty folder where it works
   * @param reports the name of the reports
   */
  OwnProcess start(String name, Path folder, String reports) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("org.gradeline.cli.Gradeline", "run", "--no-site"));
    arguments.addAll(List.of("--data", storage.data(), "--reports", storage.reports(reports)));
    arguments.add("--");
    arguments.addAll(storage.options());
    arguments.addAll(beam);
    return OwnProcess.start(
        name,
        folder.resolve(name),
        List.of("-Dgradeline.defaults=none", "-cp", OwnProcess.TARGET.resolve("program") + "/*"),
        arguments);
  }
}
