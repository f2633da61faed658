package org.gradeline.benchmark;

import java.util.List;

/**
 * A generated council.
 *
 * @param number its number, from 0
 * @param laCode its code, in the order of the numbers
 * @param name its name; of some it needs quotes in CSV
 * @param life when it is open
 */
record GeneratedCouncil(int number, String laCode, String name, Life life) {
  private static final List<String> PLACES =
      List.of(
          "Ashford",
          "Barton",
          "Carlby",
          "Denholme",
          "Elmstead",
          "Farleigh",
          "Grantley",
          "Harwood",
          "Ingham",
          "Kelby",
          "Langford",
          "Marston",
          "Norbury",
          "Oakham",
          "Penbury",
          "Radcote",
          "Selworth",
          "Thornby",
          "Upwell",
          "Wetherby",
          "Yardley");
  private static final int PAIRS = 50;

  /** The council of a number. */
  static GeneratedCouncil of(int number, int councils) {
    int first = councils <= 90_000 ? 10_000 : 1_000_000;
    return new GeneratedCouncil(
        number, Integer.toString(first + number), name(number), life(number, councils));
  }

  private static String name(int number) {
    String place = PLACES.get(number % PLACES.size());
    int district = number / PLACES.size() + 1;
    return switch (number % 10) {
      case 3 -> place + ", Northern " + district;
      case 6 -> place + " and \"Old\" Marches " + district;
      default -> place + " " + district;
    };
  }

  /** One in fifty closes, and the next one is its successor. */
  private static Life life(int number, int councils) {
    return switch (number % PAIRS) {
      case 10 -> number + 1 < councils ? Life.CLOSED : Life.ALWAYS;
      case 11 -> Life.OPENED;
      default -> Life.ALWAYS;
    };
  }
}
