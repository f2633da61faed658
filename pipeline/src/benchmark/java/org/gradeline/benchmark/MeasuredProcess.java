package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own, and what it takes.
 *
 * @param command the program and what comes before the arguments
 * @param folder where it runs
 * @param javaOptions what Gradeline's launcher gives to Java
 */
record MeasuredProcess(List<String> command, Path folder, String javaOptions) {
  private static final int POLL_MILLISECONDS = 50;

  /**
   * The command as a user starts it.
   *
   * @param root the project's folder
   * @param heap the most heap it may take, such as "1g"
   */
  static MeasuredProcess gradeline(Path root, String heap) {
    return new MeasuredProcess(List.of(root.resolve("gradeline").toString()), root, "-Xmx" + heap);
  }

  /** A class of the benchmark. */
  static MeasuredProcess java(Path root, Class<?> main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new MeasuredProcess(List.of(java, "-cp", classPath, main.getName()), root, "");
  }

  /**
   * A process that came to its end. What it took is asked for every few milliseconds, so that the
   * last of them are not counted.
   *
   * @param seconds how long it took
   * @param processorSeconds how long its threads were busy; 0 where the system does not tell
   * @param peakKilobytes the most memory it held; 0 where the system does not tell
   */
  record Finished(double seconds, double processorSeconds, long peakKilobytes) {}

  /** Runs the command. */
  Finished run(List<String> arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().keySet().removeIf(name -> name.startsWith("GRADELINE_"));
    builder.environment().put("GRADELINE_JAVA_OPTS", javaOptions);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Path output = Files.createTempFile("benchmark", ".out");
    builder.redirectOutput(output.toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    Duration busy = Duration.ZERO;
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakKilobytes(process.pid()));
      busy = process.info().totalCpuDuration().orElse(busy);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String told = Files.readString(output);
    Files.delete(output);
    if (process.exitValue() != 0) {
      throw new IOException(all.get(0) + " ended with " + process.exitValue() + ":\n" + told);
    }
    return new Finished(seconds, busy.toMillis() / 1e3, peak);
  }

  /** Gradeline's script becomes the Java process, so that its number stays. */
  private static long peakKilobytes(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // The process has just ended, or the system has no such files.
    }
    return 0;
  }
}
