package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/**
 * A run that publishes ready-made reports, and whose steps on folders go wrong from a certain one
 * on. As a process of its own it dies before that step.
 */
public final class FaultySwap implements FolderOperations {
  /** What goes wrong. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** The step fails, and the next ones succeed. */
    ONE_STEP,
    /** The step and all that follow fail. */
    ALL_STEPS,
    /** The process dies before the step. */
    DEATH
  }

  private final FolderOperations system = new SystemOperations();
  private final boolean exchanging;
  private final Fault fault;
  private final int faulty;
  private int step;

  private FaultySwap(boolean exchanging, Fault fault, int faulty) {
    this.exchanging = exchanging;
    this.fault = fault;
    this.faulty = faulty;
  }

  /** What a swap of folders does in its way. */
  private interface Step<T> {
    T take() throws IOException;
  }

  /**
   * Publishes.
   *
   * @param fresh the new reports
   * @param exchanging whether the system can exchange folders
   * @param faulty the number of the step that goes wrong, from 1
   * @return how many steps were taken
   */
  public static int publish(Path reports, Path fresh, boolean exchanging, Fault fault, int faulty)
      throws IOException {
    FaultySwap operations = new FaultySwap(exchanging, fault, faulty);
    try (ReportsFolder folder = ReportsFolder.open(reports, operations)) {
      folder.work();
      PathUtils.copyDirectory(fresh, folder.staging());
      folder.publish();
    }
    return operations.step;
  }

  /**
   * Publishes: the reports folder, the new reports, whether to exchange, the step to die before.
   */
  public static void main(String[] arguments) throws IOException {
    publish(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Boolean.parseBoolean(arguments[2]),
        Fault.DEATH,
        Integer.parseInt(arguments[3]));
  }

  private <T> T take(Path place, Step<T> next) throws IOException {
    step++;
    if (fault == Fault.DEATH && step == faulty) {
      Runtime.getRuntime().halt(137);
    }
    boolean fails =
        (fault == Fault.ONE_STEP && step == faulty) || (fault == Fault.ALL_STEPS && step >= faulty);
    if (fails) {
      throw new FileSystemException(place.toString(), null, "Input/output error");
    }
    return next.take();
  }

  @Override
  public void create(Path folder) throws IOException {
    take(
        folder,
        () -> {
          system.create(folder);
          return true;
        });
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    take(
        to,
        () -> {
          system.move(from, to);
          return true;
        });
  }

  @Override
  public boolean exchange(Path one, Path other) throws IOException {
    return take(other, () -> exchanging && system.exchange(one, other));
  }

  @Override
  public void copyPermissions(Path from, Path to) throws IOException {
    take(
        to,
        () -> {
          system.copyPermissions(from, to);
          return true;
        });
  }

  /** Goes wrong when a part is gone already. */
  @Override
  public void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(ReportsManifest.FILE));
    take(
        folder,
        () -> {
          system.delete(folder);
          return true;
        });
  }
}
