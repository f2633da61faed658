package org.gradeline.reading.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradeline.reading.Chunk;
import org.gradeline.reading.ScannedChunk;
import org.gradeline.storage.Location;

/**
 * Scans a chunk of a text file for the ends of records, from every state that it can begin in at
 * the same time. Only quotes and line breaks are looked at one by one. Not thread safe.
 */
public final class ChunkScan {
  private static final int BUFFER = 1 << 18;
  private static final long BYTE_ORDER_MARK = 0xEFBBBF;
  private static final int MARK_BYTES = 3;

  private final Chunk chunk;
  private final byte separator;

  /** The state of each path: after the last quote, or {@link QuoteState#QUOTED} until the next. */
  private final int[] states;

  private final long[] cuts;
  private final long[] lineBreaksBeforeCuts;
  private int uncut;
  private long lineBreaks;
  private long lastQuote;
  private boolean blank = true;
  private byte previous;

  private ChunkScan(Chunk chunk) {
    this.chunk = chunk;
    this.separator = (byte) chunk.end().separator();
    this.states = new int[chunk.end().quotes() ? QuoteState.COUNT : 1];
    this.cuts = new long[states.length];
    this.lineBreaksBeforeCuts = new long[states.length];
    this.uncut = states.length;
    Arrays.setAll(states, state -> state);
    Arrays.fill(cuts, ScannedChunk.Path.NO_CUT);
  }

  /** What a scan of a chunk finds. */
  public static ScannedChunk of(Chunk chunk) {
    try {
      return new ChunkScan(chunk).scan();
    } catch (IOException e) {
      return ScannedChunk.unreadable(chunk);
    }
  }

  private ScannedChunk scan() throws IOException {
    Location file = Location.of(chunk.source().path());
    // Of a line break that begins in the chunk before, the second character is here.
    long before = chunk.isFirst() ? 0 : 1;
    try (InputStream in = new BufferedInputStream(file.openAt(chunk.from() - before), BUFFER)) {
      previous = before == 0 ? 0 : (byte) in.read();
      long offset = chunk.from() + (chunk.isFirst() ? skipMark(in) : 0);
      // The states at the start hold as those after a quote do: until the byte before tells more.
      lastQuote = offset - 1;
      byte[] buffer = new byte[BUFFER];
      while (offset < chunk.to()) {
        int count = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, chunk.to() - offset));
        if (count == 0) {
          break;
        }
        scan(buffer, count, offset);
        offset += count;
      }
      return found(offset);
    }
  }

  /** Passes over the mark that may begin a UTF-8 file; gives how long it is. */
  private static int skipMark(InputStream in) throws IOException {
    in.mark(MARK_BYTES);
    long first = 0;
    for (int i = 0; i < MARK_BYTES; i++) {
      first = first << Byte.SIZE | in.read();
    }
    if (first == BYTE_ORDER_MARK) {
      return MARK_BYTES;
    }
    in.reset();
    return 0;
  }

  private void scan(byte[] buffer, int count, long offset) {
    for (int i = 0; blank && i < count; i++) {
      blank = isBlank(buffer[i]);
    }
    for (int i = 0; i < count; i++) {
      byte b = buffer[i];
      if (b > '"') {
        continue;
      }
      if (b == '"') {
        quote(offset + i, i > 0 ? buffer[i - 1] : previous);
      } else if (b == '\r') {
        lineBreaks++;
      } else if (b == '\n') {
        lineBreaks += (i > 0 ? buffer[i - 1] : previous) == '\r' ? 0 : 1;
        if (uncut > 0) {
          cut(offset + i + 1);
        }
      }
    }
    previous = buffer[count - 1];
  }

  /** Whether a row can have a byte and still be blank. */
  private boolean isBlank(byte b) {
    return (b >= 0 && b <= ' ') || b == separator || b == '"';
  }

  private void quote(long at, byte before) {
    for (int path = 0; path < states.length; path++) {
      states[path] =
          QuoteState.next(
              stateBefore(path, at, before), (byte) '"', chunk.end().quotes(), separator);
    }
    lastQuote = at;
  }

  /** Outside quotes, the byte before tells the state, unless it is a quote itself. */
  private int stateBefore(int path, long at, byte before) {
    int state = states[path];
    return state == QuoteState.QUOTED || lastQuote == at - 1
        ? state
        : QuoteState.next(QuoteState.CELL_START, before, chunk.end().quotes(), separator);
  }

  private void cut(long at) {
    for (int path = 0; path < states.length; path++) {
      if (cuts[path] == ScannedChunk.Path.NO_CUT && states[path] != QuoteState.QUOTED) {
        cuts[path] = at;
        lineBreaksBeforeCuts[path] = lineBreaks;
        uncut--;
      }
    }
  }

  private ScannedChunk found(long end) {
    List<ScannedChunk.Path> paths = new ArrayList<>();
    for (int path = 0; path < states.length; path++) {
      paths.add(
          new ScannedChunk.Path(
              cuts[path], lineBreaksBeforeCuts[path], stateBefore(path, end, previous)));
    }
    return new ScannedChunk(chunk, lineBreaks, blank, paths);
  }
}
