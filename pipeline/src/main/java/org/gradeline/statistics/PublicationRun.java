package org.gradeline.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Ratings in the order of their packed numbers, as bytes: of each the gap since the day and line
 * before, its council, or the gap since the council before on the same day and line, and its grade
 * and direction. Three or four bytes a rating, however many there are.
 */
final class PublicationRun {
  private PublicationRun() {}

  /** Writes a run. */
  static final class Writer {
    private final CountsOutput out = new CountsOutput();
    private long day;
    private long council;

    /** Adds a rating, not before the last one. */
    void add(long rating) {
      long ownDay = PackedRating.day(rating);
      long ownCouncil = PackedRating.council(rating);
      out.number(ownDay - day);
      out.number(ownDay == day ? ownCouncil - council : ownCouncil);
      // Ranks are few, so that rank and direction fit one byte in this order.
      out.number((long) PackedRating.rank(rating) << 2 | PackedRating.direction(rating));
      day = ownDay;
      council = ownCouncil;
    }

    CountsOutput written() {
      return out;
    }
  }

  /** Reads a run. */
  static final class Reader {
    private final CountsInput in;
    private long day;
    private long council;
    private long rating;

    Reader(byte[] run) {
      this.in = new CountsInput(run);
    }

    /** Goes to the next rating, if there is one. */
    boolean advance() throws IOException {
      if (!in.hasMore()) {
        return false;
      }
      long gap = in.number();
      int more = in.below(PackedRating.COUNCILS);
      int grade = in.below(PackedRating.GRADES);
      day += gap;
      council = gap == 0 ? council + more : more;
      if (gap >= PackedRating.DAYS
          || day >= PackedRating.DAYS
          || council >= PackedRating.COUNCILS) {
        throw CountsInput.damaged("a publication is out of range");
      }
      long next = PackedRating.of(day, council, grade >> 2, grade & 3);
      if (next < rating) {
        throw CountsInput.damaged("publications are not in order");
      }
      rating = next;
      return true;
    }

    /** The rating that it is at. */
    long rating() {
      return rating;
    }
  }

  /** Runs as one, in order: the reader with the least rating is at the top of a heap. */
  static final class Merge {
    private final Reader[] heap;
    private int size;
    private boolean begun;

    /**
     * @param runs runs that were read once and found in order
     */
    Merge(List<byte[]> runs) {
      this.heap = runs.stream().map(Reader::new).filter(Merge::advance).toArray(Reader[]::new);
      this.size = heap.length;
      Arrays.sort(heap, (one, other) -> Long.compare(one.rating, other.rating));
    }

    private static boolean advance(Reader reader) {
      try {
        return reader.advance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Goes to the next rating, if there is one. */
    boolean advance() {
      if (begun && size > 0) {
        if (!advance(heap[0])) {
          heap[0] = heap[--size];
        }
        sink();
      }
      begun = true;
      return size > 0;
    }

    private void sink() {
      Reader top = heap[0];
      int place = 0;
      for (int child = 1; child < size; child = 2 * place + 1) {
        if (child + 1 < size && heap[child + 1].rating < heap[child].rating) {
          child++;
        }
        if (top.rating <= heap[child].rating) {
          break;
        }
        heap[place] = heap[child];
        place = child;
      }
      heap[place] = top;
    }

    /** The rating that it is at. */
    long rating() {
      return heap[0].rating;
    }
  }
}
