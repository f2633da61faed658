package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Many normalised records as one array of bytes: what travels between workers. Immutable, and so
 * thread safe; blocks of equal records in the same order are equal.
 *
 * <pre>{@code
 * RecordBlock.Writer writer = new RecordBlock.Writer();
 * writer.add(inspection);
 * RecordBlock block = writer.take();
 * block.forEach(record -> ...);
 * }</pre>
 */
public final class RecordBlock {
  private final byte[] bytes;

  private RecordBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The block of encoded records.
   *
   * @param bytes those of another block; anything else fails when its records are read
   */
  public static RecordBlock of(byte[] bytes) {
    return new RecordBlock(bytes.clone());
  }

  /** The encoded records. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes the encoded records have. */
  public int size() {
    return bytes.length;
  }

  /** Whether it has no records. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** All records, in the order of writing. */
  public List<CouncilRecord> records() {
    List<CouncilRecord> records = new ArrayList<>();
    forEach(records::add);
    return List.copyOf(records);
  }

  /**
   * Reads one record after the other, in the order of writing, without holding them all.
   *
   * @throws RuntimeException when the bytes are not those of a block
   */
  public void forEach(Consumer<? super CouncilRecord> action) {
    RecordDecoder decoder = new RecordDecoder(bytes);
    while (decoder.hasNext()) {
      action.accept(decoder.next());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordBlock block && Arrays.equals(bytes, block.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "a block of " + bytes.length + " bytes";
  }

  /** Takes records and gives blocks of them. Not thread safe. */
  public static final class Writer {
    private final RecordEncoder encoder = new RecordEncoder();

    /** Adds a record to the next block. */
    public void add(CouncilRecord record) {
      encoder.add(record);
    }

    /** How many bytes the next block has so far. */
    public int size() {
      return encoder.size();
    }

    /** The block of all records since the last call; then begins the next. */
    public RecordBlock take() {
      return new RecordBlock(encoder.take());
    }
  }
}
