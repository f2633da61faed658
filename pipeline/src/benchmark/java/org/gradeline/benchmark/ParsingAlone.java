package org.gradeline.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;

/** Commons CSV reading the records and doing nothing with them, one thread a core. */
final class ParsingAlone {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final List<Long> bounds;

  /**
   * @param file the records; looked through once, to cut it between records
   */
  ParsingAlone(Path file) throws IOException {
    this.file = file;
    this.bounds = bounds(file, Runtime.getRuntime().availableProcessors());
  }

  /** Ends of records: the first and the last byte, and as many between them as make equal parts. */
  private static List<Long> bounds(Path file, int parts) throws IOException {
    long size = Files.size(file);
    List<Long> bounds = new ArrayList<>(List.of(0L));
    boolean quoted = false;
    long offset = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          quoted ^= buffer[i] == '"';
          if (buffer[i] == '\n' && !quoted && offset + i >= size * bounds.size() / parts) {
            bounds.add(offset + i + 1);
          }
        }
        offset += count;
      }
    }
    if (bounds.get(bounds.size() - 1) < size) {
      bounds.add(size);
    }
    return bounds;
  }

  /**
   * What was read.
   *
   * @param seconds how long it took
   * @param records how many there are
   */
  record Parsed(double seconds, long records) {}

  /** Reads all parts at the same time. */
  Parsed run() throws InterruptedException, ExecutionException {
    long began = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(bounds.size() - 1);
    try {
      List<Callable<Long>> parts = new ArrayList<>();
      for (int part = 1; part < bounds.size(); part++) {
        long from = bounds.get(part - 1);
        long to = bounds.get(part);
        parts.add(() -> count(from, to));
      }
      long records = 0;
      for (Future<Long> count : threads.invokeAll(parts)) {
        records += count.get();
      }
      return new Parsed((System.nanoTime() - began) / 1e9, records - 1);
    } finally {
      threads.shutdown();
    }
  }

  private long count(long from, long to) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(from);
      InputStream in =
          BoundedInputStream.builder()
              .setInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER))
              .setMaxCount(to - from)
              .get();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
          CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
        long records = 0;
        for (CSVRecord row : parser) {
          records += row.size() > 0 ? 1 : 0;
        }
        return records;
      }
    }
  }
}
