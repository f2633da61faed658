package org.gradeline.cli.lineage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Log;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.messages.Version;
import org.gradeline.cli.running.Run;
import org.gradeline.reading.Source;
import org.gradeline.storage.Location;

/** A file to which a run's OpenLineage events are appended, one whole line at a time. */
public final class LineageFile implements Lineage {
  private static final String REMEDY = "Name another, or change its permissions.";

  private final Path file;
  private final FileChannel channel;
  private final Log log;
  private final LineageEvents events =
      new LineageEvents(Version.number(), ReleaseInfo.getReleaseInfo().getSdkVersion());
  private List<Source> sources = List.of();
  private boolean running;

  private LineageFile(Path file, FileChannel channel, Log log) {
    this.file = file;
    this.channel = channel;
    this.log = log;
  }

  /**
   * Opens a file for the events of a run, and creates it when there is none.
   *
   * @param reports folder of the run's reports, which a run replaces as a whole
   * @param log receives a warning when a later event cannot be written
   * @throws UsageException when it cannot be written
   */
  public static LineageFile open(Path file, Location reports, Log log) throws UsageException {
    requireOutside(file, reports);
    try {
      return new LineageFile(
          file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), log);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /**
   * Makes sure that a file could be opened for the events of a run now. Writes nothing.
   *
   * @param reports folder of the run's reports
   * @throws UsageException when it could not
   */
  public static void requireWritable(Path file, Location reports) throws UsageException {
    requireOutside(file, reports);
    Path folder = file.toAbsolutePath().resolveSibling("");
    try {
      if (Files.exists(file)) {
        FileChannel.open(file, StandardOpenOption.APPEND).close();
      } else if (!Files.isDirectory(folder)) {
        throw new NoSuchFileException(folder.toString());
      } else if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static void requireOutside(Path file, Location reports) throws UsageException {
    if (reports.isLocal()
        && file.toAbsolutePath()
            .normalize()
            .startsWith(reports.path().toAbsolutePath().normalize())) {
      throw new UsageException(
          "--lineage "
              + file
              + ": it is in the reports folder, which a run replaces. Name a file elsewhere.");
    }
  }

  private static UsageException cannotWrite(Path file, IOException e) {
    return new UsageException(
        "--lineage " + file + ": the file cannot be written (" + reason(e) + "). " + REMEDY);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException files && files.getReason() != null
        ? files.getReason()
        : String.valueOf(e.getMessage());
  }

  @Override
  public void start(List<Source> read) throws UsageException {
    sources = read;
    try {
      append(events.start(sources));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    running = true;
  }

  @Override
  public void complete(Run.Outcome outcome, Location reports) {
    end(events.complete(sources, reports, outcome));
  }

  @Override
  public void fail(String reason) {
    if (running) {
      end(events.fail(sources, reason));
    }
  }

  private void end(String event) {
    running = false;
    try {
      append(event);
    } catch (IOException e) {
      log.report(
          Event.warning(
                  "lineage_not_written",
                  "--lineage "
                      + file
                      + ": the end of the run could not be written ("
                      + reason(e)
                      + "). The reports are not affected.")
              .with("file", file.toString()));
    }
  }

  private void append(String event) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((event + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }

  @Override
  public void close() {
    if (running) {
      end(events.fail(sources, "the run ended without publishing"));
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Every event has been written already.
    }
  }
}
