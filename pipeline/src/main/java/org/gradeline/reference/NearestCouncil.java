package org.gradeline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gradeline.reference.Beginnings.Range;
import org.jspecify.annotations.Nullable;

/**
 * An index of councils' names, for the council that an unknown name most likely means: one whose
 * name begins with it, or one that has all its words, or one whose alias does; else one whose name
 * or alias is spelt most like it. Safe for many threads: what they asked before changes no answer.
 */
final class NearestCouncil {
  /** Fewer letters begin too many names. */
  static final int MIN_LIKELY = 3;

  /** Of words that more names have than these, each with others, nothing is looked for. */
  static final int MAX_NAMES_WITH_WORD = 1_000;

  private static final int MAX_REMEMBERED = 10_000;
  private static final int MAX_REMEMBERED_LENGTH = 200;

  private final List<CouncilName> names;
  private final Beginnings ownNames;
  private final Beginnings wordsOfOwnNames;
  private final Beginnings wordsOfAllNames;
  private final SpeltNames speltNames;
  private final Map<String, Council> byForm = new HashMap<>();
  private final Map<String, Optional<Council>> remembered = new ConcurrentHashMap<>();

  /** A search went beyond its bound: it ends without a council. */
  @SuppressWarnings("serial") // It never leaves this package.
  static final class TooLong extends Exception {
    TooLong() {
      super("", null, false, false);
    }
  }

  /**
   * @param names all names; the first of those that are as likely is found
   */
  NearestCouncil(List<CouncilName> names) {
    this.names = names;
    List<Beginnings.Key> own = new ArrayList<>();
    List<Beginnings.Key> ownWords = new ArrayList<>();
    List<Beginnings.Key> allWords = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      CouncilName name = names.get(i);
      byForm.put(name.form(), name.council());
      List<Beginnings.Key> words = new ArrayList<>();
      for (String word : name.bare().split(" ", -1)) {
        words.add(new Beginnings.Key(known.computeIfAbsent(word, same -> same), i));
      }
      allWords.addAll(words);
      if (name.own()) {
        own.add(new Beginnings.Key(name.bare(), i));
        ownWords.addAll(words);
      }
    }
    ownNames = new Beginnings(own);
    wordsOfOwnNames = new Beginnings(ownWords);
    wordsOfAllNames = new Beginnings(allWords);
    speltNames = new SpeltNames(names.stream().map(CouncilName::form).toList());
  }

  /**
   * The council that a name most likely means, or null where none is near or the search became too
   * long.
   *
   * @param form the name in normal form
   */
  @Nullable Council nearest(String form) {
    Optional<Council> known = remembered.get(form);
    if (known != null) {
      return known.orElse(null);
    }
    Council found = search(form);
    if (form.length() <= MAX_REMEMBERED_LENGTH) {
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(form, Optional.ofNullable(found));
    }
    return found;
  }

  private @Nullable Council search(String form) {
    String bare = CouncilName.bare(form);
    try {
      int likely = likely(bare);
      if (likely != Beginnings.NONE) {
        return names.get(likely).council();
      }
      String spelt = speltNames.nearest(bare);
      if (spelt == null && !form.equals(bare)) {
        spelt = speltNames.nearest(form);
      }
      return spelt == null ? null : byForm.get(spelt);
    } catch (TooLong e) {
      return null;
    }
  }

  private int likely(String bare) throws TooLong {
    if (bare.length() < MIN_LIKELY) {
      return Beginnings.NONE;
    }
    int begun = ownNames.first(ownNames.range(bare));
    if (begun != Beginnings.NONE) {
      return begun;
    }
    // A text may have one word a million times.
    List<String> words = Stream.of(bare.split(" ", -1)).distinct().toList();
    int own = withWords(wordsOfOwnNames, words);
    return own != Beginnings.NONE ? own : withWords(wordsOfAllNames, words);
  }

  /** The first name that has all words. */
  private int withWords(Beginnings nameWords, List<String> words) throws TooLong {
    Range rarest = nameWords.range(words.get(0));
    if (words.size() == 1) {
      return nameWords.first(rarest);
    }
    for (String word : words) {
      Range range = nameWords.range(word);
      rarest = range.size() < rarest.size() ? range : rarest;
      if (rarest.size() == 0) {
        return Beginnings.NONE;
      }
    }
    if (rarest.size() > MAX_NAMES_WITH_WORD) {
      throw new TooLong();
    }
    return nameWords.first(rarest, name -> names.get(name).has(words));
  }
}
