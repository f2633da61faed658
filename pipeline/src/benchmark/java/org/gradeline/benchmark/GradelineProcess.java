package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a user starts it, in a process of its own. */
final class GradelineProcess {
  private static final int POLL_MILLISECONDS = 50;

  private final Path root;
  private final String heap;

  /**
   * @param root the project's folder
   * @param heap the most heap it may take, such as "1g"
   */
  GradelineProcess(Path root, String heap) {
    this.root = root;
    this.heap = heap;
  }

  /**
   * A run that came to its end.
   *
   * @param seconds how long it took
   * @param peakKilobytes the most memory it held; 0 where the system does not tell
   */
  record Finished(double seconds, long peakKilobytes) {}

  /** Runs a command. */
  Finished run(List<String> arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(root.resolve("gradeline").toString());
    builder.command().addAll(arguments);
    builder.environment().put("GRADELINE_JAVA_OPTS", "-Xmx" + heap);
    builder.directory(root.toFile()).redirectErrorStream(true);
    Path output = Files.createTempFile("gradeline", ".out");
    builder.redirectOutput(output.toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakKilobytes(process.pid()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String told = Files.readString(output);
    Files.delete(output);
    if (process.exitValue() != 0) {
      throw new IOException("gradeline ended with " + process.exitValue() + ":\n" + told);
    }
    return new Finished(seconds, peak);
  }

  /** The script becomes the Java process, so that its number stays. */
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
