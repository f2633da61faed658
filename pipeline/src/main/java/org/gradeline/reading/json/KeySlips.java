package org.gradeline.reading.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The keys that unknown keys nearly equal. Records share their keys, so what was found out is kept;
 * of a file with ever new keys, only the first ones are looked at. Not thread safe.
 */
final class KeySlips {
  private static final int MAX_KEPT = 1_000;

  private final Set<String> known;
  private final Map<String, Optional<String>> found = new HashMap<>();

  /**
   * @param own the layout whose columns are the keys of a record
   */
  KeySlips(Layout own) {
    this.known = new HashSet<>(own.columns().keySet());
    known.add(RecordKeys.JUDGEMENTS);
    known.add(RecordKeys.FINDINGS);
  }

  /** The known key that an unknown one nearly equals, or null. */
  @Nullable String meant(String key) {
    Optional<String> kept = found.get(key);
    if (kept == null && found.size() >= MAX_KEPT) {
      return null;
    }
    if (kept == null) {
      kept = Optional.ofNullable(Nearest.slipOf(key, known));
      found.put(key, kept);
    }
    return kept.orElse(null);
  }
}
