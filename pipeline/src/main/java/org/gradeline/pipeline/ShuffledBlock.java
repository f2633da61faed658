package org.gradeline.pipeline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.storage.Location;

/**
 * A block of records on its way to its range of councils. A cluster's shuffle carries the records
 * themselves. The direct runner shuffles in memory: there a file of the run holds the records of a
 * large input, and the shuffle carries their place.
 */
sealed interface ShuffledBlock {
  /** The records. */
  RecordBlock records() throws IOException;

  /**
   * A block that is carried.
   *
   * @param records the records
   */
  record Carried(RecordBlock records) implements ShuffledBlock {}

  /**
   * A block that is in a file.
   *
   * @param file the file
   * @param from where in the file it begins
   * @param bytes how many bytes it has
   */
  record Stored(Location file, long from, int bytes) implements ShuffledBlock {
    @Override
    public RecordBlock records() throws IOException {
      try (InputStream in = file.openAt(from)) {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
          throw new EOFException(file + " ends before byte " + (from + bytes));
        }
        return RecordBlock.of(read);
      }
    }
  }
}
