package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouncilRegisterTest {
  private static final CouncilRegister COUNCILS = ProjectData.reference().councils();

  private static String laCode(@Nullable Council council) {
    return council == null ? "" : council.laCode();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # name                                     | council
          Knowsley                                   | 340
          KNOWSLEY                                   | 340
          ' Knowsley '                               | 340
          Knowsley Council                           | 340
          Knowsley Metropolitan Borough Council      | 340
          Knowsley M.B.                              | ''
          # "&" is "and", and punctuation says nothing.
          Hammersmith and Fulham                     | 205
          Hammersmith & Fulham                       | 205
          Hammersmith&Fulham                         | 205
          London Borough of Hammersmith & Fulham     | 205
          Kensington & Chelsea                       | 207
          Royal Borough of Kensington and Chelsea    | 207
          The Royal Borough of Kensington and Chelsea| 207
          Stoke on Trent                             | 861
          Stoke-on-Trent                             | 861
          St Helens                                  | 342
          St. Helens                                 | 342
          St Helen's                                 | 342
          St Helen’s                                 | 342
          Bournemouth, Christchurch and Poole        | 839
          Bournemouth Christchurch & Poole           | 839
          BCP                                        | 839
          # Words such as "Council" say nothing, unless two councils differ in them.
          Oxfordshire County Council                 | 931
          Camden                                     | 202
          London Borough of Camden                   | 202
          Birmingham City Council                    | 330
          Camden London Borough Council              | 202
          City of London Council                     | 201
          Dorset County Council                      | 835
          Dorset                                     | 838
          Dorset Council                             | 838
          # Nothing is guessed.
          Knowsly                                    | ''
          London                                     | ''
          Council                                    | ''
          County Council                             | ''
          The                                        | ''
          ...                                        | ''
          ''                                         | ''
          """)
  void aNameIsExactExceptForCaseAndPunctuationAndWordsSuchAsCouncil(String name, String laCode) {
    assertThat(laCode(COUNCILS.byName(name))).isEqualTo(laCode);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          E08000011, 340
          e08000011, 340
          # Old and new codes lead to the same council.
          E10000002, 825
          E06000060, 825
          E10000023, 815
          E06000065, 815
          # So do those of councils that no longer exist.
          E10000006, 909
          E99999999, ''
          '',        ''
          """)
  void everyNineCharacterCodeThatEverHeldLeadsToItsCouncil(String code, String laCode) {
    assertThat(laCode(COUNCILS.byGssCode(code))).isEqualTo(laCode);
  }

  @Test
  void aCouncilIsFoundByItsOtherNumbers() {
    assertThat(laCode(COUNCILS.byLaCode("340"))).isEqualTo("340");
    assertThat(laCode(COUNCILS.byUrn("80479"))).isEqualTo("340");
    assertThat(COUNCILS.byLaCode("34")).isNull();
    assertThat(COUNCILS.byLaCode("0340")).isNull();
    // A council without such a number is not found by a blank.
    assertThat(COUNCILS.byUrn("")).isNull();
    assertThat(COUNCILS.byUrn("340")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written        | first of the nearest names
          Knowsly          | Knowsley
          knowlsey         | Knowsley
          Birmingam        | Birmingham
          Hamersmith & Fulham | Hammersmith and Fulham
          # By beginning, before any that is only spelt alike.
          Cheshire W       | Cheshire West and Chester
          Telf             | Telford and Wrekin
          Bournemouth Christ | Bournemouth, Christchurch and Poole
          # By word, in any order.
          Yorkshire North  | North Yorkshire
          Wrekin           | Telford and Wrekin
          Chester          | Cheshire West and Chester
          Durham County    | County Durham
          Trent            | Stoke-on-Trent
          # By alias.
          Upon Hull        | Hull
          Bane             | Bath and North East Somerset
          Westmor          | Westmorland and Furness
          # A code means nothing else.
          999              | ''
          E99999999        | ''
          Atlantis         | ''
          ''               | ''
          """)
  void anUnknownNameBringsUpTheNearest(String written, String nearest) {
    assertThat(COUNCILS.nearestNames(written, 3).stream().findFirst().orElse(""))
        .isEqualTo(nearest);
  }

  @ParameterizedTest
  @ValueSource(strings = {" city", " city council", " london borough", "the ", " "})
  void aNameOfMillionsOfWordsIsLookedUpAtOnce(String words) {
    String name = "Knowsley" + words.repeat(200_000) + " council";

    assertTimeoutPreemptively(Duration.ofSeconds(20), (Executable) () -> COUNCILS.byName(name));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> COUNCILS.nearestNames(name, 1));
  }

  @Test
  void noMoreNamesComeUpThanWereAskedForAndNoneTwice() {
    // It has aliases that are as near as its name.
    assertThat(COUNCILS.nearestNames("Bristl", 2)).containsOnlyOnce("Bristol");
    assertThat(COUNCILS.nearestNames("Bury", 1)).containsExactly("Bury");
    assertThat(COUNCILS.nearestNames("Sutten", 3)).hasSizeLessThanOrEqualTo(3).contains("Sutton");
  }

  @ParameterizedTest
  @ValueSource(strings = {"la_code", "urn", "gss_code"})
  void allNumbersAreThereToFindTheNearestAmongThem(String kind) {
    Iterable<String> known =
        switch (kind) {
          case "la_code" -> COUNCILS.laCodes();
          case "urn" -> COUNCILS.urns();
          default -> COUNCILS.gssCodes();
        };
    int size =
        switch (kind) {
          case "la_code" -> 158;
          case "urn" -> 153;
          default -> 165;
        };

    assertThat(known).hasSize(size).doesNotContain("").doesNotHaveDuplicates();
  }

  @Property
  void everyNameIsFoundHoweverItIsWritten(
      @ForAll("councils") Council council, @ForAll("spellings") String spelling) {
    String written =
        switch (spelling) {
          case "upper" -> council.name().toUpperCase(Locale.ROOT);
          case "ampersand" -> council.name().replace(" and ", " & ");
          case "no punctuation" -> council.name().replaceAll("[-.,]", " ");
          case "council" -> council.name() + " Council";
          case "spaced" -> "  " + council.name().replace(" ", "   ") + " ";
          default -> council.name();
        };
    assertThat(Objects.requireNonNull(COUNCILS.byName(written), written).laCode())
        .isEqualTo(council.laCode());
  }

  @Provide
  Arbitrary<Council> councils() {
    return Arbitraries.of(COUNCILS.all());
  }

  @Provide
  Arbitrary<String> spellings() {
    return Arbitraries.of("upper", "ampersand", "no punctuation", "council", "spaced", "as it is");
  }
}
