package org.gradeline.publishing.revisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;
import org.gradeline.tables.UnreadableTableException;

/**
 * How the ratings of two reports differ. A rating is the same one in both when council, framework,
 * publication date and area are; where several share these, what both reports have is left out, and
 * of the rest one's are paired with the other's, in the order of their grades' names.
 */
final class RatingComparison {
  private RatingComparison() {}

  /** What makes two ratings of a council the same one. */
  private record Identity(String laCode, String framework, String publishedDate, String area) {
    static Identity of(PublishedRating rating) {
      return new Identity(
          rating.laCode(), rating.framework(), rating.publishedDate(), rating.area());
    }
  }

  /**
   * Compares all ratings of two reports, in the order of the councils' codes.
   *
   * @param found takes each revision; those of one kind come in the order of the table
   */
  static void between(PublishedRatings before, PublishedRatings after, Consumer<Revision> found)
      throws UnreadableTableException {
    String older = before.laCode();
    String newer = after.laCode();
    while (older != null || newer != null) {
      boolean hasOlder = older != null && (newer == null || older.compareTo(newer) <= 0);
      boolean hasNewer = newer != null && (older == null || newer.compareTo(older) <= 0);
      List<PublishedRating> none = List.of();
      of(hasOlder ? before.take() : none, hasNewer ? after.take() : none).forEach(found);
      older = before.laCode();
      newer = after.laCode();
    }
  }

  /** Compares ratings of one council, or of a few: all of them are in memory. */
  static List<Revision> of(List<PublishedRating> before, List<PublishedRating> after) {
    if (before.equals(after)) {
      return List.of();
    }
    Map<Identity, List<PublishedRating>> older = byIdentity(before);
    Map<Identity, List<PublishedRating>> newer = byIdentity(after);
    Set<Identity> all = new HashSet<>(older.keySet());
    all.addAll(newer.keySet());
    List<Revision> revisions = new ArrayList<>();
    for (Identity identity : all) {
      compare(
          older.getOrDefault(identity, List.of()),
          newer.getOrDefault(identity, List.of()),
          revisions);
    }
    revisions.sort(Revision.IN_COLUMN_ORDER);
    return revisions;
  }

  private static Map<Identity, List<PublishedRating>> byIdentity(List<PublishedRating> ratings) {
    Map<Identity, List<PublishedRating>> byIdentity = new HashMap<>();
    for (PublishedRating rating : ratings) {
      byIdentity.computeIfAbsent(Identity.of(rating), key -> new ArrayList<>()).add(rating);
    }
    return byIdentity;
  }

  /** Compares the ratings of one identity. */
  private static void compare(
      List<PublishedRating> before, List<PublishedRating> after, List<Revision> revisions) {
    List<PublishedRating> gone = without(before, after);
    List<PublishedRating> come = without(after, before);
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      if (i >= come.size()) {
        revisions.add(revision(Kind.REMOVED, gone.get(i), gone.get(i).grade(), ""));
      } else if (i >= gone.size()) {
        revisions.add(revision(Kind.ADDED, come.get(i), "", come.get(i).grade()));
      } else {
        revisions.add(
            revision(Kind.CHANGED, come.get(i), gone.get(i).grade(), come.get(i).grade()));
      }
    }
  }

  /** The ratings that are left when each of the others has taken one of its grade away. */
  private static List<PublishedRating> without(
      List<PublishedRating> ratings, List<PublishedRating> others) {
    List<String> taken = new ArrayList<>(others.stream().map(PublishedRating::grade).toList());
    return ratings.stream()
        .sorted(Comparator.comparing(PublishedRating::grade))
        .filter(rating -> !taken.remove(rating.grade()))
        .toList();
  }

  private static Revision revision(Kind kind, PublishedRating rating, String before, String after) {
    return new Revision(
        kind,
        rating.laCode(),
        rating.council(),
        rating.framework(),
        rating.publishedDate(),
        rating.area(),
        before,
        after);
  }
}
