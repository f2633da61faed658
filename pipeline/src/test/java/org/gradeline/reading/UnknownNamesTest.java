package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Names are listed up to a bound, and it makes no difference which came first. */
class UnknownNamesTest {
  private static final int MANY = UnknownNames.MAX_NAMES + 500;

  private static UnknownNames of(List<String> names) {
    UnknownNames unknown = new UnknownNames();
    unknown.addAll(names);
    return unknown;
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj("%06d"::formatted).toList();
  }

  @Test
  void fewAreAllListed() {
    UnknownNames few = of(List.of("remarks", "inspector", "remarks"));

    assertThat(few.listed()).containsExactly("inspector", "remarks");
    assertThat(few.hasMore()).isFalse();
  }

  @Test
  void asManyAsTheBoundAreAllListed() {
    UnknownNames full = of(names(UnknownNames.MAX_NAMES));

    assertThat(full.listed()).hasSize(UnknownNames.MAX_NAMES);
    assertThat(full.hasMore()).isFalse();
  }

  @Test
  void ofMoreTheFirstInAlphabeticalOrderAreListed() {
    UnknownNames many = of(names(MANY));

    assertThat(many.listed()).containsExactlyElementsOf(names(UnknownNames.MAX_NAMES));
    assertThat(many.hasMore()).isTrue();
  }

  @Property(tries = 20)
  void theOrderOfNamesAndPartsMakesNoDifference(
      @ForAll long seed, @ForAll @IntRange(max = MANY) int cut) {
    List<String> shuffled = new ArrayList<>(names(MANY));
    java.util.Collections.shuffle(shuffled, new Random(seed));
    UnknownNames parts = of(shuffled.subList(cut, MANY));
    parts.merge(of(shuffled.subList(0, cut)));

    assertThat(parts.kept()).isEqualTo(of(names(MANY)).kept());
  }

  @Test
  void aLongOneIsShortenedOnce() {
    String beginning = "x".repeat(UnknownNames.MAX_LENGTH - 4);
    UnknownNames once = of(List.of(beginning + "\ud83d\ude00 and more"));

    assertThat(once.listed()).containsExactly(beginning + "...");
    assertThat(of(List.copyOf(once.listed())).listed()).isEqualTo(once.listed());
  }
}
