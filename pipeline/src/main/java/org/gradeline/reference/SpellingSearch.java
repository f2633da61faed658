package org.gradeline.reference;

import org.gradeline.reference.NearestCouncil.TooLong;
import org.gradeline.reference.Signatures.Signature;
import org.jspecify.annotations.Nullable;

/** Compares a text with names, and keeps the nearest. Not thread safe. */
final class SpellingSearch {
  /** About 50 millionths of a second; enough to compare any text with each of 700 names. */
  static final int MAX_EFFORT = 20_000;

  /** To compare a name takes so many times as long as to look at it. */
  private static final int COMPARISON = 25;

  private final String[] names;
  private final Signatures signatures;
  private final Signature signature;
  private final Edits edits;
  private @Nullable String found;
  private int most;
  private int effort;

  SpellingSearch(String text, String[] names, Signatures signatures) {
    this.names = names;
    this.signatures = signatures;
    this.signature = Signatures.of(text);
    this.edits = new Edits(text);
    this.most = Nearest.mostEdits(text);
  }

  /** In how many letters a name may still differ: no more than the nearest one found. */
  int most() {
    return most;
  }

  /** The nearest name; the first in alphabetical order of those that are as near. */
  @Nullable String found() {
    return found;
  }

  /** Counts that so many names are looked at. */
  void lookAt(int number) throws TooLong {
    effort += number;
    if (effort > MAX_EFFORT) {
      throw new TooLong();
    }
  }

  /** Keeps a name if it is the nearest so far. */
  void compare(int place) throws TooLong {
    if (!signatures.canBe(place, signature, most)) {
      return;
    }
    lookAt(COMPARISON);
    String name = names[place];
    int differing = edits.to(name);
    if (differing < most || (differing == most && (found == null || name.compareTo(found) < 0))) {
      found = name;
      most = differing;
    }
  }
}
