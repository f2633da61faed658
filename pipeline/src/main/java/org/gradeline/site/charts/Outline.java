package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of an area of a map, in tenths of pixels. Its corners are near one another, so that
 * the nearest of them is about as far as the nearest edge.
 *
 * @param rings each a part of the area, or a hole in one
 */
record Outline(List<List<Corner>> rings) {
  /** Height of a step of the lattice, of which the width is 1: its triangles have equal sides. */
  private static final double STEP_HEIGHT = 1 / Math.sqrt(3);

  /** How far to move from one place to the next in the search for a centre, in tenths. */
  private static final int SEARCH_STEP = 20;

  /**
   * A corner.
   *
   * @param x from the left, in tenths of pixels
   * @param y from the top, in tenths of pixels
   */
  record Corner(int x, int y) {
    private int squaredDistance(int otherX, int otherY) {
      return (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
    }
  }

  /**
   * A place inside an area.
   *
   * @param x from the left, in tenths of pixels
   * @param y from the top, in tenths of pixels
   * @param clearance how far the outline is, in tenths of pixels
   */
  record Centre(int x, int y, double clearance) {}

  /**
   * Reads a path such as {@code M211,480 212,481 212,483Z}, in steps of the lattice.
   *
   * @param scale pixels per step to the right
   */
  static Outline read(String path, double scale) {
    List<List<Corner>> rings = new ArrayList<>();
    for (String ring : path.split("[MZ]", -1)) {
      if (!ring.isBlank()) {
        rings.add(readRing(ring.strip(), scale));
      }
    }
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("Not an outline: \"" + path + "\"");
    }
    return new Outline(List.copyOf(rings));
  }

  private static List<Corner> readRing(String ring, double scale) {
    List<Corner> corners = new ArrayList<>();
    for (String corner : ring.split("\\s+", -1)) {
      int comma = corner.indexOf(',');
      if (comma < 0) {
        throw new IllegalArgumentException("Not a corner: \"" + corner + "\"");
      }
      double x = Double.parseDouble(corner.substring(0, comma)) * scale;
      double y = Double.parseDouble(corner.substring(comma + 1)) * scale * STEP_HEIGHT;
      corners.add(new Corner((int) Math.round(x * 10), (int) Math.round(y * 10)));
    }
    return List.copyOf(corners);
  }

  /** The smallest upright rectangle around it. */
  Bounds bounds() {
    return Bounds.around(rings.stream().flatMap(List::stream).toList());
  }

  /** Its path, moved by tenths of pixels; each corner is written relative to the one before. */
  StringBuilder path(int right, int down) {
    StringBuilder path = new StringBuilder();
    for (List<Corner> ring : rings) {
      Corner last = ring.get(0);
      path.append('M');
      Decimals.appendTenths(path, last.x() + right);
      path.append(' ');
      Decimals.appendTenths(path, last.y() + down);
      path.append('l');
      for (Corner corner : ring.subList(1, ring.size())) {
        appendNext(path, corner.x() - last.x(), path.charAt(path.length() - 1) == 'l');
        appendNext(path, corner.y() - last.y(), false);
        last = corner;
      }
      path.append('z');
    }
    return path;
  }

  private static void appendNext(StringBuilder path, int tenths, boolean first) {
    if (!first && tenths >= 0) {
      path.append(' ');
    }
    Decimals.appendTenths(path, tenths);
  }

  /**
   * Where a letter is best put: as near to the middle of its bounds as it can be with enough room.
   *
   * @param enough clearance beyond which more is no better, in tenths of pixels
   */
  Centre centre(double enough) {
    Bounds bounds = bounds();
    Corner middle =
        new Corner((bounds.left() + bounds.right()) / 2, (bounds.top() + bounds.bottom()) / 2);
    // A place that cannot be better than the one nearest to the middle is not looked at.
    double atLeast =
        score(
            nearest(middle.x(), bounds.left()), nearest(middle.y(), bounds.top()), middle, enough);
    Centre best = new Centre(middle.x(), middle.y(), 0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int y = bounds.top() + SEARCH_STEP / 2; y < bounds.bottom(); y += SEARCH_STEP) {
      for (int x = bounds.left() + SEARCH_STEP / 2; x < bounds.right(); x += SEARCH_STEP) {
        double highest = enough * 1000 - Math.sqrt(middle.squaredDistance(x, y));
        if (highest <= bestScore || highest < atLeast) {
          continue;
        }
        double score = score(x, y, middle, enough);
        if (score > bestScore) {
          best = new Centre(x, y, room(x, y));
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** The coordinate that the search looks at which is nearest to another. */
  private static int nearest(int wanted, int first) {
    int steps = Math.max(0, Math.round((wanted - first) / (float) SEARCH_STEP - 0.5f));
    return first + SEARCH_STEP / 2 + steps * SEARCH_STEP;
  }

  private double score(int x, int y, Corner middle, double enough) {
    return Math.min(room(x, y), enough) * 1000 - Math.sqrt(middle.squaredDistance(x, y));
  }

  /** How far the outline is from a place inside; 0 outside. */
  private double room(int x, int y) {
    return contains(x, y) ? clearance(x, y) : 0;
  }

  private double clearance(int x, int y) {
    int least = Integer.MAX_VALUE;
    for (List<Corner> ring : rings) {
      for (Corner corner : ring) {
        least = Math.min(least, corner.squaredDistance(x, y));
      }
    }
    return Math.sqrt(least);
  }

  /** Whether a ray to the right crosses the outline an odd number of times. */
  private boolean contains(int x, int y) {
    boolean inside = false;
    for (List<Corner> ring : rings) {
      Corner last = ring.get(ring.size() - 1);
      for (Corner corner : ring) {
        if (corner.y() > y != last.y() > y && x < crossing(last, corner, y)) {
          inside = !inside;
        }
        last = corner;
      }
    }
    return inside;
  }

  private static double crossing(Corner one, Corner other, int y) {
    double share = (double) (y - one.y()) / (other.y() - one.y());
    return one.x() + share * (other.x() - one.x());
  }
}
