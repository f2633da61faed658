package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glob means what it means to Java, and is matched in a time that does not explode. */
class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          inspections_*.csv  | inspections_2014.csv | true
          inspections_*.csv  | inspections_.csv     | true
          inspections_*.csv  | visits.csv           | false
          *.csv              | 2014/sif.csv         | false
          **.csv             | 2014/sif.csv         | true
          2014/**            | 2014/june/sif.csv    | true
          **/*.csv           | sif.csv              | false
          ?.csv              | a.csv                | true
          ?.csv              | 😀.csv               | true
          a?b                | a/b                  | false
          [a-c]x             | bx                   | true
          [!a-c]x            | bx                   | false
          [!a]b              | /b                   | false
          [-a]               | -                    | true
          [a-]               | -                    | true
          [^a]               | ^                    | true
          [^a]               | b                    | false
          {a,b}.{csv,json}   | b.json               | true
          {a,b*}.csv         | bcd.csv              | true
          {,old_}a.csv       | a.csv                | true
          {}a                | a                    | true
          a,b}               | a,b}                 | true
          \\*.csv             | *.csv                | true
          \\*.csv             | a.csv                | false
          """)
  void aPatternMatchesWholePaths(String pattern, Path path, boolean matches) {
    assertThat(Glob.of(pattern).matches(path)).isEqualTo(matches);
    assertThat(java(pattern, path)).as("in Java itself").isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ab", "[", "[]", "[!]", "[a/b]", "[b-a]", "[a-", "{a", "{a{b}}", "a\\"})
  void whatIsNotAPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(PatternSyntaxException.class);
    assertThat(java(pattern, Path.of("a"))).as("in Java itself").isNull();
  }

  @Property(tries = 5_000)
  void aPatternMatchesWhatItMatchesInJava(
      @ForAll("patterns") String pattern, @ForAll("paths") String path) {
    Boolean expected = java(pattern, Path.of(path));

    if (expected == null) {
      assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(PatternSyntaxException.class);
    } else {
      assertThat(Glob.of(pattern).matches(Path.of(path))).isEqualTo(expected);
    }
  }

  /** Null when Java does not take the pattern. */
  private static @Nullable Boolean java(String pattern, Path path) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(path);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a", "b", "c", ".", "/", "*", "**", "?", "{", "}", ",", "[ab]", "[!a]", "[a-c]", "[-a]",
            "{a,b}", "{*,b/}", "\\*", "[", "-")
        .list()
        .ofMaxSize(7)
        .map(parts -> String.join("", parts))
        // Java's regular expression misreads these as the end of a range.
        .filter(pattern -> !pattern.contains("-[") && !pattern.contains("-\\"));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings().withChars("abc./*").ofMinLength(1).ofMaxLength(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*a", "**a", "{a*,*a}", "{a,aa}", "?*", "[a]*"})
  void manyWildcardsTakeNoLongerThanTheirNumber(String repeated) {
    Glob glob = Glob.of(repeated.repeat(Glob.MAX_LENGTH / repeated.length() - 1) + "b");
    Path path = Path.of(String.join("/", List.of("a".repeat(250), "a".repeat(250))));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(glob.matches(path)).isFalse());
  }

  @Test
  void aPatternHasALimit() {
    assertThatThrownBy(() -> Glob.of("a".repeat(Glob.MAX_LENGTH + 1)))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessageStartingWith("it is longer than 4,096 characters");
  }
}
