package org.gradeline.statistics;

/**
 * A rating that came out on a day, as one number, because there is one for every step of every
 * council: from the left its day, line, council, direction and rank, so that the numbers are in the
 * order of all of these. Day and line together are called the day here.
 */
final class PackedRating {
  private static final int RANK_BITS = 7;
  private static final int DIRECTION_BITS = 2;
  private static final int COUNCIL_BITS = 20;
  private static final int LINE_BITS = 7;
  private static final int DAY_BITS = RANK_BITS + DIRECTION_BITS + COUNCIL_BITS;

  /** More than any council's position. */
  static final int COUNCILS = 1 << COUNCIL_BITS;

  /** More than any rank and direction in one number. */
  static final int GRADES = 1 << (RANK_BITS + DIRECTION_BITS);

  /** More than any day and line in one number. */
  static final long DAYS = 1L << (Long.SIZE - 1 - DAY_BITS);

  private PackedRating() {}

  /** A day and line in one number. */
  static long day(int published, int line) {
    return (long) published << LINE_BITS | line;
  }

  static long of(long day, long council, int rank, int direction) {
    return ((day << COUNCIL_BITS | council) << DIRECTION_BITS | direction) << RANK_BITS | rank;
  }

  static long day(long rating) {
    return rating >> DAY_BITS;
  }

  static int published(long rating) {
    return (int) (rating >> (LINE_BITS + DAY_BITS));
  }

  static int line(long rating) {
    return (int) (rating >> DAY_BITS) & mask(LINE_BITS);
  }

  static int council(long rating) {
    return (int) (rating >> (RANK_BITS + DIRECTION_BITS)) & mask(COUNCIL_BITS);
  }

  static int direction(long rating) {
    return (int) (rating >> RANK_BITS) & mask(DIRECTION_BITS);
  }

  static int rank(long rating) {
    return (int) rating & mask(RANK_BITS);
  }

  private static int mask(int bits) {
    return (1 << bits) - 1;
  }
}
