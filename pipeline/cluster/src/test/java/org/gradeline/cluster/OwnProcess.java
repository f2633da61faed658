package org.gradeline.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A Java program as a process of its own, in an empty folder of its own. It ends with this object,
 * and with the tests at the latest.
 *
 * @param name what messages call it
 * @param process the process
 * @param log the file of all that it prints
 */
record OwnProcess(String name, Process process, Path log) implements AutoCloseable {
  /** What a folder of one build leaves. */
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final Path LOGS = TARGET.resolve("logs");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final List<String> SHORT_LIFE =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /**
   * Starts a program.
   *
   * @param name the name of its log
   * @param folder where it works
   * @param options for Java, with its class path or jar
   * @param arguments for the program, its class first unless the options name a jar
   */
  static OwnProcess start(String name, Path folder, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIFE);
    command.addAll(options);
    command.addAll(arguments);
    Files.createDirectories(LOGS);
    Path log = LOGS.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new OwnProcess(name, process, log);
  }

  /** Waits until something holds; an exception counts as not yet. */
  void await(String what, Callable<Boolean> holds) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holdsNow(holds)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError("%s: not %s. It printed:%n%s".formatted(name, what, printed()));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static boolean holdsNow(Callable<Boolean> holds) {
    try {
      return holds.call();
    } catch (Exception e) {
      return false;
    }
  }

  /** All that it printed until now. */
  String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its own end and gives its exit status. */
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      close();
      throw new AssertionError("%s does not end. See %s".formatted(name, log));
    }
    return process.exitValue();
  }

  /** Ends it as a lost machine ends: without a word. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
