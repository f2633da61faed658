package org.gradeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as a process of its own, which can be killed, limited or put into other surroundings.
 *
 * @param process the process
 * @param output what it prints, and what went wrong
 */
record OwnProcess(Process process, Path output) {
  /** An option of Java: whatever defaults a developer has set, tests run as if there were none. */
  static final String NO_DEFAULTS = "-Dgradeline.defaults=none";

  /**
   * Without them later Javas warn of what JNA and Beam do; the launcher and the jar have them too.
   */
  private static final List<String> QUIET =
      Runtime.version().feature() < 22
          ? List.of()
          : List.of("-Dsun.misc.unsafe.memory.access=allow", "--enable-native-access=ALL-UNNAMED");

  /** The command that runs the built classes. */
  static List<String> command(List<String> javaOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(NO_DEFAULTS);
    command.addAll(QUIET);
    command.addAll(javaOptions);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Gradeline.class.getName());
    command.addAll(arguments);
    return command;
  }

  /** The command of a run on the project's own reference data, for which a short life is enough. */
  static List<String> run(Path reports, List<String> options) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--no-site", "--reports", reports.toString()));
    arguments.addAll(List.of("--data", CommandLineRun.DATA.toString()));
    arguments.addAll(options);
    return command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments);
  }

  static OwnProcess start(ProcessBuilder builder) throws IOException {
    Path output = Files.createTempFile("gradeline-test", ".txt");
    output.toFile().deleteOnExit();
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new OwnProcess(builder.start(), output);
  }

  static OwnProcess start(List<String> command) throws IOException {
    return start(new ProcessBuilder(command));
  }

  /** Waits for the end and gives the exit status. */
  int status() throws InterruptedException {
    return process.waitFor();
  }

  /** All that it printed. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
