package org.gradeline.publishing.assembling;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gradeline.reference.Reference;

/**
 * The totals that workers leave in a folder, as they leave the parts of the tables, and their sum.
 * As elements of the pipeline they would be copied many times over.
 */
public final class TotalsParts {
  private static final String ENDING = ".totals";

  private TotalsParts() {}

  /** Stands for the reference data, which tallies refer to, and which whoever reads them has. */
  private static final class TheReference implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private static final class Writer extends ObjectOutputStream {
    Writer(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      return object instanceof Reference ? new TheReference() : object;
    }
  }

  private static final class Reader extends ObjectInputStream {
    private final Reference reference;

    Reader(InputStream in, Reference reference) throws IOException {
      super(in);
      this.reference = reference;
      enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
      return object instanceof TheReference ? reference : object;
    }
  }

  /**
   * Leaves a worker's totals. They appear under their name only when they are whole, and one name
   * is there once, however often a worker is started again.
   */
  public static void write(Path folder, String name, RunTotals totals) throws IOException {
    Files.createDirectories(folder);
    Path written = folder.resolve("." + name + "-" + UUID.randomUUID());
    try (OutputStream out = Files.newOutputStream(written);
        ObjectOutputStream objects = new Writer(new BufferedOutputStream(out))) {
      objects.writeObject(totals);
    }
    Files.move(
        written,
        folder.resolve(name + ENDING),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The sum of all totals in a folder. */
  public static RunTotals sum(Path folder, Reference reference) throws IOException {
    RunTotals sum = new RunTotals();
    for (Path file : files(folder)) {
      sum.merge(read(file, reference));
      Files.delete(file);
    }
    return sum;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private static RunTotals read(Path file, Reference reference) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ObjectInputStream objects = new Reader(new BufferedInputStream(in), reference)) {
      return (RunTotals) objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
