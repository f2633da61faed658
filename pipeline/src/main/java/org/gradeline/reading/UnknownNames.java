package org.gradeline.reading;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gradeline.reference.Wording;

/**
 * Names of columns and keys that are neither field nor area. A file may have millions of them, so
 * only the first in alphabetical order are kept: the same ones whatever order they came in. Not
 * thread safe.
 *
 * <pre>{@code
 * UnknownNames names = new UnknownNames();
 * names.add("inspector");
 * names.listed(); // [inspector]
 * names.hasMore(); // false
 * }</pre>
 */
public final class UnknownNames implements Serializable {
  /** How many names are listed. */
  public static final int MAX_NAMES = 10_000;

  /** The longest name that is listed; of a longer one, the beginning is. */
  public static final int MAX_LENGTH = 200;

  private static final long serialVersionUID = 1L;

  /** One more than is listed shows that there are more. */
  private final TreeSet<String> first = new TreeSet<>();

  /** Adds a name. */
  public void add(String name) {
    first.add(Wording.shorten(name, MAX_LENGTH));
    if (first.size() > MAX_NAMES + 1) {
      first.pollLast();
    }
  }

  /** Adds several names. */
  public void addAll(Collection<String> names) {
    names.forEach(this::add);
  }

  /** Adds the names of another part of the run. */
  public void merge(UnknownNames other) {
    addAll(other.first);
  }

  /** The names in alphabetical order, at most {@link #MAX_NAMES}. */
  public SortedSet<String> listed() {
    return hasMore() ? Collections.unmodifiableSortedSet(first.headSet(first.last())) : kept();
  }

  /** Whether there were more names than are listed. */
  public boolean hasMore() {
    return first.size() > MAX_NAMES;
  }

  /** The listed names, and one more when there were more. */
  public SortedSet<String> kept() {
    return Collections.unmodifiableSortedSet(first);
  }
}
