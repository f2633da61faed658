package org.gradeline.reading.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whole records of a text file, each with its line. Immutable. */
public final class TextBlock {
  private final byte[] bytes;
  private final int count;
  private final int[] starts;
  private final long[] lines;

  /**
   * @param bytes their bytes, one record after the other
   * @param count how many there are
   * @param starts where each begins, and where the last one ends
   * @param lines first line of each, from 1
   */
  TextBlock(byte[] bytes, int count, int[] starts, long[] lines) {
    this.bytes = bytes;
    this.count = count;
    this.starts = starts;
    this.lines = lines;
  }

  /** How many records there are, at least one. */
  public int count() {
    return count;
  }

  /** First line of a record, from 1. */
  public long lineNumber(int record) {
    return lines[record];
  }

  /** Whether a byte is 0, which no text has. */
  public boolean hasNul() {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * All records as text.
   *
   * @throws CharacterCodingException when there are bytes that are not UTF-8
   */
  public String decode() throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** All records as text in some encoding; bytes that it does not have are replaced. */
  public String decodeLeniently(Charset charset) {
    return new String(bytes, charset);
  }

  /** The text of one record, without what is blank at its end. */
  public String text(int record) {
    int start = starts[record];
    return new String(bytes, start, starts[record + 1] - start, StandardCharsets.UTF_8)
        .stripTrailing();
  }

  /** One record as a block of its own. */
  public TextBlock only(int record) {
    return part(record, record + 1);
  }

  /**
   * Some records as a block of their own.
   *
   * @param from the first of them
   * @param to the one after the last
   */
  public TextBlock part(int from, int to) {
    int start = starts[from];
    int[] own = new int[to - from + 1];
    for (int i = 0; i < own.length; i++) {
      own[i] = starts[from + i] - start;
    }
    return new TextBlock(
        Arrays.copyOfRange(bytes, start, starts[to]),
        to - from,
        own,
        Arrays.copyOfRange(lines, from, to));
  }
}
