package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearestCouncilTest {
  private static final CouncilRegister COUNCILS = ProjectData.reference().councils();

  private static final String CONSONANTS = "bcdfghklmnprstw";
  private static final String VOWELS = "aeiou";
  private static final CouncilRegister MANY = register(names(new Random(1)));

  /** Names of 10,000 councils, such as "Wofalup by the Denire". */
  private static List<String> names(Random chance) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> word(chance) + " by the " + word(chance))
        .toList();
  }

  private static String word(Random chance) {
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                ""
                    + CONSONANTS.charAt(chance.nextInt(CONSONANTS.length()))
                    + VOWELS.charAt(chance.nextInt(VOWELS.length())))
        .collect(Collectors.joining());
  }

  /** A register of these names; every third council has an alias. */
  private static CouncilRegister register(List<String> names) {
    List<Council> councils = new ArrayList<>();
    Map<String, Council> byName = new HashMap<>();
    for (String name : names) {
      String form = CouncilRegister.nameForm(name);
      if (!form.isEmpty() && !byName.containsKey(form)) {
        String code = Integer.toString(10_000 + councils.size());
        Council council =
            new Council(councils.size(), code, name, name, "", null, null, List.of(), List.of());
        councils.add(council);
        byName.put(form, council);
        if (councils.size() % 3 == 0) {
          byName.putIfAbsent("greater " + form, council);
        }
      }
    }
    return new CouncilRegister(councils, byName, Map.of());
  }

  /** What a search finds that compares the text with every name. */
  private static @Nullable String fromAll(CouncilRegister councils, String text) {
    return councils.nearestNames(text, 1).stream().findFirst().orElse(null);
  }

  @Property
  void theIndexFindsWhatASearchOfAllNamesFinds(
      @ForAll("nationalNames") String name,
      @ForAll @IntRange(max = 12) int slips,
      @ForAll Random chance) {
    String written = spelt(name, slips, chance);

    assertThat(COUNCILS.nearestName(written)).as(written).isEqualTo(fromAll(COUNCILS, written));
  }

  @Property
  void soItDoesWhateverTheNamesAre(
      @ForAll @Size(max = 40) List<@From("texts") String> names, @ForAll("texts") String text) {
    CouncilRegister register = register(names);

    assertThat(register.nearestName(text)).isEqualTo(fromAll(register, text));
  }

  @Property(tries = 100)
  void amongManyThousandNamesItFindsThoseThatDifferInALetterOrTwo(
      @ForAll @IntRange(max = 9_999) int council,
      @ForAll @IntRange(min = 1, max = 2) int slips,
      @ForAll Random chance) {
    String written = spelt(MANY.all().get(council).name(), slips, chance);

    assertThat(MANY.nearestName(written)).as(written).isEqualTo(fromAll(MANY, written));
  }

  @Property(tries = 100)
  void ofOthersItFindsTheSameAsASearchOfAllNamesOrNone(
      @ForAll @IntRange(max = 9_999) int council,
      @ForAll @IntRange(min = 3, max = 9) int slips,
      @ForAll Random chance) {
    String written = spelt(MANY.all().get(council).name(), slips, chance);

    assertThat(MANY.nearestName(written)).as(written).isIn(null, fromAll(MANY, written));
  }

  @Test
  void namesThatAreFarFromManyThousandsTakeABoundedTime() {
    Random chance = new Random(1);
    List<String> written =
        IntStream.range(0, 20_000)
            .mapToObj(i -> spelt("Ashton and Bardford " + i, 8, chance))
            .toList();

    // A search of all names takes milliseconds each.
    assertTimeoutPreemptively(
        Duration.ofSeconds(40), () -> written.forEach(name -> MANY.nearestName(name)));
  }

  @Test
  void wordsThatThousandsOfNamesHaveBringUpNone() {
    assertThat(MANY.nearestName("the by")).isNull();
    assertThat(MANY.nearestName("the by " + MANY.all().get(77).name()))
        .isEqualTo(MANY.all().get(77).name());
  }

  @Test
  void whatWasAskedBeforeChangesNothing() {
    Random chance = new Random(1);
    List<String> written =
        COUNCILS.all().stream().map(council -> spelt(council.name(), 2, chance)).toList();
    List<@Nullable String> first = new ArrayList<>();
    written.forEach(name -> first.add(COUNCILS.nearestName(name)));
    List<String> others = new ArrayList<>(written);
    Collections.reverse(others);
    CouncilRegister fresh = ProjectData.reference().councils();

    Stream.concat(others.stream(), written.stream()).parallel().forEach(fresh::nearestName);

    List<@Nullable String> again = new ArrayList<>();
    written.forEach(name -> again.add(fresh.nearestName(name)));
    assertThat(again).isEqualTo(first);
  }

  private static String spelt(String name, int slips, Random chance) {
    StringBuilder spelt = new StringBuilder(name);
    for (int i = 0; i < slips && spelt.length() > 1; i++) {
      int place = chance.nextInt(spelt.length());
      char letter = (char) ('a' + chance.nextInt(26));
      switch (chance.nextInt(3)) {
        case 0 -> spelt.deleteCharAt(place);
        case 1 -> spelt.insert(place, letter);
        default -> spelt.setCharAt(place, letter);
      }
    }
    return spelt.toString();
  }

  @Provide
  Arbitrary<String> nationalNames() {
    return Arbitraries.of(COUNCILS.all()).map(Council::name);
  }

  /** Few letters, so that texts are often near each other; a pair of characters that are one. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "c", "d", "\u00E9", "\uD835\uDD1E", " ", " borough council")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
