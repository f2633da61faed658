package org.gradeline.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.PriorityQueue;

/** Packed ratings of many streams as one, in order, as each of them is. Not thread safe. */
final class MergedRatings {
  private final PriorityQueue<Run> runs;
  private long rating;

  /** A stream, and the rating that comes next in it. */
  private static final class Run implements Comparable<Run> {
    private final InputStream in;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    private long next;

    Run(InputStream in) {
      this.in = in;
    }

    /** Goes to the next rating, if there is one. */
    boolean advance() {
      try {
        int read = in.readNBytes(number.array(), 0, Long.BYTES);
        if (read == 0) {
          return false;
        }
        if (read < Long.BYTES || number.getLong(0) < next) {
          throw CountsInput.damaged("publications end too early or are not in order");
        }
        next = number.getLong(0);
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int compareTo(Run other) {
      return Long.compare(next, other.next);
    }
  }

  /**
   * @param streams ratings of eight bytes each, in order
   */
  MergedRatings(List<InputStream> streams) {
    this.runs = new PriorityQueue<>(streams.stream().map(Run::new).filter(Run::advance).toList());
  }

  /** Goes to the next rating, if there is one. */
  boolean advance() {
    Run least = runs.poll();
    if (least == null) {
      return false;
    }
    rating = least.next;
    if (least.advance()) {
      runs.add(least);
    }
    return true;
  }

  /** The rating that it is at. */
  long rating() {
    return rating;
  }
}
