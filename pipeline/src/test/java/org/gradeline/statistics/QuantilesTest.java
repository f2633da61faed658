package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** The median of counted values. */
class QuantilesTest {

  @Test
  void ofAnOddNumberItIsTheMiddle() {
    assertThat(Quantiles.median(counts(List.of(1134L, 619L, 1079L)))).hasValue(1079);
  }

  @Test
  void ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Quantiles.median(counts(List.of(619L, 1080L)))).hasValue(849.5);
    assertThat(Quantiles.median(counts(List.of(1L, 5L, 5L, 900L)))).hasValue(5);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(Quantiles.median(new TreeMap<>())).isEmpty();
  }

  @Property
  void itIsWhatSortingGives(@ForAll @NotEmpty List<@LongRange(min = 0, max = 100) Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;

    assertThat(Quantiles.median(counts(values)))
        .hasValue((sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2.0);
  }

  private static SortedMap<Long, Long> counts(List<Long> values) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts;
  }
}
