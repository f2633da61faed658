package org.gradeline.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;

/** Rows as bytes, in an array that grows with them, until they are written. Not thread safe. */
final class RowBytes {
  /** A part of a small run has a few rows only; it need not begin with room for a thousand. */
  private static final int FIRST_SIZE = 1 << 10;

  private static final int DIGITS_OF_A_LONG = 20;
  private static final int DAY_LENGTH = 10;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  int length() {
    return length;
  }

  /** Drops what is behind a length. */
  void cutTo(int earlier) {
    length = earlier;
  }

  /** Writes all that is here, and is empty. */
  void moveTo(OutputStream out) throws IOException {
    int whole = length;
    length = 0;
    out.write(bytes, 0, whole);
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  void add(char ascii) {
    makeRoom(1);
    bytes[length++] = (byte) ascii;
  }

  void add(byte[] more) {
    makeRoom(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** Adds a text that is its own cell in bytes; false, and nothing added, where it may not be. */
  boolean addPlain(String text) {
    int end = text.length();
    makeRoom(end);
    if (Formula.mayStartWith(text.charAt(0)) || text.charAt(end - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c > '~' || c == ',' || (c <= '#' && c != ' ')) {
        return false;
      }
      bytes[length + i] = (byte) c;
    }
    length += end;
    return true;
  }

  void addNumber(long number) {
    if (number == Long.MIN_VALUE) {
      addAscii(Long.toString(number));
      return;
    }
    if (number < 0) {
      add('-');
    }
    long positive = Math.abs(number);
    addDigits(positive, digits(positive));
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** Adds a number with zeros before it. */
  void addDigits(long number, int digits) {
    makeRoom(DIGITS_OF_A_LONG);
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  void addAscii(String text) {
    makeRoom(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  /** Adds a day as ISO 8601 has it. */
  void addDay(LocalDate day) {
    if (day.getYear() < 0 || day.getYear() > 9999) {
      addAscii(day.toString());
    } else {
      addDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
  }

  /** Adds year, month and day, or only what of them is known. */
  void addDate(int year, int month, int day) {
    makeRoom(DAY_LENGTH);
    addPair(year / 100);
    addPair(year % 100);
    if (month > 0) {
      bytes[length++] = '-';
      addPair(month);
    }
    if (day > 0) {
      bytes[length++] = '-';
      addPair(day);
    }
  }

  private void addPair(int number) {
    bytes[length++] = (byte) ('0' + number / 10);
    bytes[length++] = (byte) ('0' + number % 10);
  }
}
