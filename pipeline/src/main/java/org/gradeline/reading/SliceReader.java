package org.gradeline.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.csv.CsvReader;
import org.gradeline.reading.json.JsonReader;
import org.gradeline.reference.Layout;
import org.gradeline.reference.MachineLimit;

/**
 * Reads a slice and hands on every record, and every place that gives none, in the order of the
 * file. A fault never stops the reading of another record, but for a stream that breaks off.
 */
public final class SliceReader {
  /** Longest text of a faulty place that is kept. */
  static final int MAX_RAW_LENGTH = 1000;

  /** Half of a pair of characters, which no UTF-8 can hold. */
  private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

  private SliceReader() {}

  /**
   * Reads a slice.
   *
   * @param slice what to read
   * @param layouts the layouts that the file can have
   * @param entries takes each record and each unreadable place
   * @return the columns or keys that are neither field nor area
   */
  public static Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries) {
    try {
      return switch (slice.source().format()) {
        case CSV -> new CsvReader(layouts, entries).read(slice);
        case JSON -> readJson(slice, layouts.own(), entries);
        case JSON_LINES -> readJsonLines(slice, layouts.own(), entries);
      };
    } catch (IOException e) {
      entries.accept(unreadable(slice.firstLine(), e));
      return Set.of();
    }
  }

  private static Set<String> readJson(Slice slice, Layout own, Consumer<RawEntry> entries)
      throws IOException {
    JsonReader reader = new JsonReader(own, entries);
    try (InputStream in = open(slice)) {
      if (isUtf16(in)) {
        entries.accept(
            new Unreadable(
                1,
                Rule.UNREADABLE_FILE,
                "",
                "the file is UTF-16; none of its records was read",
                "Save it as UTF-8.",
                ""));
      } else {
        reader.readDocument(in);
      }
    }
    return reader.unknownKeys();
  }

  private static boolean isUtf16(InputStream in) throws IOException {
    in.mark(2);
    byte[] first = in.readNBytes(2);
    in.reset();
    return looksLikeUtf16(new String(first, StandardCharsets.ISO_8859_1));
  }

  /**
   * Told by its mark, or by a NUL: characters of ASCII have one before or behind them in UTF-16.
   */
  private static boolean looksLikeUtf16(String bytes) {
    return bytes.startsWith("\u00FF\u00FE")
        || bytes.startsWith("\u00FE\u00FF")
        || bytes.indexOf('\0') >= 0;
  }

  private static Set<String> readJsonLines(Slice slice, Layout own, Consumer<RawEntry> entries)
      throws IOException {
    JsonReader reader = new JsonReader(own, entries);
    try (RecordSplitter splitter = new RecordSplitter(open(slice), false, slice.firstLine())) {
      readBlocks(
          splitter,
          fault -> reader.rejectLine(fault, fault.raw()),
          Rule.MALFORMED_JSON,
          block -> {
            for (int i = 0; i < block.count(); i++) {
              readLine(block.only(i), reader);
            }
          });
    }
    return reader.unknownKeys();
  }

  private static void readLine(RecordSplitter.Block line, JsonReader reader) {
    try {
      String text = line.decode();
      if (text.indexOf('\0') >= 0) {
        reader.rejectLine(notUtf8(line), text);
      } else if (!text.isBlank()) {
        reader.readLine(text, line.lineNumber(0));
      }
    } catch (CharacterCodingException e) {
      reader.rejectLine(notUtf8(line), line.decodeAnyhow(StandardCharsets.ISO_8859_1));
    }
  }

  /** What to do with whole records. */
  public interface BlockReader {
    void read(RecordSplitter.Block block);
  }

  /**
   * Hands on all blocks, and tells of records that were too long and of a stream that broke off.
   */
  public static void readBlocks(
      RecordSplitter splitter,
      Consumer<? super Unreadable> faults,
      Rule tooLongRule,
      BlockReader reader) {
    for (RecordSplitter.Block block = splitter.next(); block != null; block = splitter.next()) {
      RecordSplitter.TooLong tooLong = splitter.takeTooLong();
      if (tooLong != null) {
        faults.accept(tooLong(tooLong, tooLongRule));
      }
      if (block.count() > 0) {
        reader.read(block);
      }
    }
    IOException failure = splitter.failure();
    if (failure != null) {
      faults.accept(unreadable(splitter.lineNumber(), failure));
    }
  }

  public static Unreadable tooLong(RecordSplitter.TooLong tooLong, Rule rule) {
    return new Unreadable(
        tooLong.lineNumber(),
        rule,
        tooLong.bytes() + " bytes",
        "the row is longer than 1 MiB (lines "
            + tooLong.lineNumber()
            + " to "
            + tooLong.lastLine()
            + ")",
        "Look for a quote that is not closed, or cut the row.",
        tooLong.head());
  }

  /** The bytes of a slice, without compression and without the mark that may begin a UTF-8 file. */
  public static InputStream open(Slice slice) throws IOException {
    Path path = Path.of(slice.source().path());
    requireFile(path);
    if (slice.from() == 0 && slice.to() == Long.MAX_VALUE) {
      InputStream file = Files.newInputStream(path);
      InputStream plain = slice.source().gzip() ? unzip(file) : file;
      return BOMInputStream.builder().setInputStream(new BufferedInputStream(plain, 1 << 16)).get();
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    channel.position(slice.from());
    long length = Math.min(slice.to(), channel.size()) - slice.from();
    InputStream part =
        BoundedInputStream.builder()
            .setInputStream(Channels.newInputStream(channel))
            .setMaxCount(length)
            .get();
    return slice.from() == 0 ? BOMInputStream.builder().setInputStream(part).get() : part;
  }

  /** What is there and no file may never end: a pipe waits for somebody to write to it. */
  private static void requireFile(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(path.toString(), null, "it is no regular file");
    }
  }

  private static InputStream unzip(InputStream file) throws IOException {
    try {
      return new GZIPInputStream(file, 1 << 16) {
        /** Nothing: so buffers hand on what they have before they ask for more, which may fail. */
        @Override
        public int available() {
          return 0;
        }
      };
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  public static Unreadable notUtf8(RecordSplitter.Block record) {
    String text = record.decodeAnyhow(StandardCharsets.ISO_8859_1).strip();
    return new Unreadable(
        record.lineNumber(0),
        Rule.UNREADABLE_FILE,
        firstForeign(text),
        "the row has bytes that are not UTF-8",
        "Save the file as UTF-8 (it looks like "
            + (looksLikeUtf16(text) ? "UTF-16" : "Windows-1252 or Latin-1")
            + ").",
        shorten(text));
  }

  private static String firstForeign(String bytes) {
    int first = bytes.chars().filter(c -> c >= 0x80 || c == 0).findFirst().orElse(0);
    return String.format(Locale.ROOT, "byte 0x%02X", first);
  }

  /**
   * An unreadable rest of a file.
   *
   * @throws java.io.UncheckedIOException when a limit of the machine is reached, which is not the
   *     file's fault
   */
  public static Unreadable unreadable(long lineNumber, IOException e) {
    MachineLimit.requireNotReached(e);
    return new Unreadable(
        lineNumber,
        Rule.UNREADABLE_FILE,
        "",
        "the file cannot be read from line " + lineNumber + " on: " + reason(e),
        "Get the file anew, as UTF-8 text.",
        "");
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is gone";
    }
    if (e instanceof AccessDeniedException) {
      return "permission is denied";
    }
    if (e instanceof FileSystemException files && files.getReason() != null) {
      return files.getReason();
    }
    if (e instanceof EOFException) {
      return "it ends too early: the compressed data is cut off";
    }
    return e instanceof CharacterCodingException
        ? "it has bytes that are not UTF-8"
        : String.valueOf(e.getMessage());
  }

  /**
   * A text as the list of rejections shows it: not too long, and without what would break a table.
   */
  public static String shorten(String text) {
    String shown =
        text.length() <= MAX_RAW_LENGTH ? text : text.substring(0, MAX_RAW_LENGTH) + "...";
    return HALF_CHARACTER.matcher(shown.replace("\0", "")).replaceAll("\uFFFD");
  }
}
