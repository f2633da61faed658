package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.LevenshteinDistance;

class EditsTest {
  @Property
  void theyAreLevenshteinsDistance(@ForAll("texts") String text, @ForAll("texts") String other) {
    assertThat(new Edits(text).to(other))
        .isEqualTo(LevenshteinDistance.getDefaultInstance().apply(text, other));
  }

  /**
   * About as long as there are bits in a number, which is where they are counted in another way.
   */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of('a', 'b', 'c', ' ', '\u00E9', '\uD835')
        .list()
        .ofMaxSize(70)
        .map(
            letters ->
                letters.stream()
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString());
  }
}
