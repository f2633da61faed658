package org.gradeline.reading;

import java.io.Serializable;
import java.util.List;

/**
 * What a scan of a chunk found. Whether a line break ends a record depends on every quote before
 * it, so each chunk says what becomes of it for every state that the bytes before it can lead to.
 *
 * @param chunk the chunk
 * @param lineBreaks how many line breaks it has
 * @param blank whether it has nothing but blanks
 * @param paths what becomes of it, by the state at its start; none when it could not be read
 */
public record ScannedChunk(Chunk chunk, long lineBreaks, boolean blank, List<Path> paths)
    implements Serializable {
  public ScannedChunk {
    paths = List.copyOf(paths);
  }

  /**
   * What becomes of a chunk from one state at its start.
   *
   * @param cut the byte after the first record that ends in it; {@link #NO_CUT} when none does
   * @param lineBreaks how many of its line breaks are before that byte
   * @param endState the state at its end
   */
  public record Path(long cut, long lineBreaks, int endState) implements Serializable {
    /** No record ends in the chunk. */
    public static final long NO_CUT = -1;
  }

  /** A chunk that could not be read. */
  public static ScannedChunk unreadable(Chunk chunk) {
    return new ScannedChunk(chunk, 0, false, List.of());
  }

  /** Whether it could not be read: whoever reads its records meets the same failure. */
  boolean isUnreadable() {
    return paths.isEmpty();
  }
}
