package org.gradeline.publishing.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;

/** What the ratings of one reports folder add, change and remove against those of another. */
class RatingComparisonTest {
  /** A rating of Knowsley's, told as "framework date area grade". */
  private static PublishedRating rating(String told) {
    List<String> cells = List.of(told.split(" "));
    return new PublishedRating(
        "340", "Knowsley", cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  private static List<PublishedRating> ratings(String... told) {
    return Stream.of(told).map(RatingComparisonTest::rating).toList();
  }

  private static List<String> told(List<Revision> revisions) {
    return revisions.stream()
        .map(
            it ->
                String.join(
                    " ",
                    it.kind().key(),
                    it.framework(),
                    it.publishedDate(),
                    it.area(),
                    it.before() + ">" + it.after()))
        .toList();
  }

  @Example
  void aGradeThatDiffersIsAChange() {
    assertThat(
            told(
                RatingComparison.of(
                    ratings("sif 2014-06-30 adoption good", "sif 2014-06-30 lscb inadequate"),
                    ratings(
                        "sif 2014-06-30 adoption inadequate", "sif 2014-06-30 lscb inadequate"))))
        .containsExactly("changed sif 2014-06-30 adoption good>inadequate");
  }

  @Example
  void anotherFrameworkDateOrAreaIsAnotherRating() {
    List<PublishedRating> before = ratings("sif 2014-06-30 adoption good");

    assertThat(told(RatingComparison.of(before, ratings("ilacs 2014-06-30 adoption good"))))
        .containsExactly(
            "added ilacs 2014-06-30 adoption >good", "removed sif 2014-06-30 adoption good>");
    assertThat(told(RatingComparison.of(before, ratings("sif 2014-06 adoption good"))))
        .containsExactly(
            "added sif 2014-06 adoption >good", "removed sif 2014-06-30 adoption good>");
    assertThat(told(RatingComparison.of(before, ratings("sif 2014-06-30 lscb good"))))
        .containsExactly(
            "added sif 2014-06-30 lscb >good", "removed sif 2014-06-30 adoption good>");
  }

  @Example
  void anotherNameOfTheCouncilIsNoRevision() {
    PublishedRating before = rating("sif 2014-06-30 adoption good");
    PublishedRating after =
        new PublishedRating(
            "340",
            "Borough of Knowsley",
            before.framework(),
            before.publishedDate(),
            before.area(),
            before.grade());

    assertThat(RatingComparison.of(List.of(before), List.of(after))).isEmpty();
  }

  @Example
  void notJudgedIsAGradeLikeAnyOther() {
    assertThat(
            told(
                RatingComparison.of(
                    ratings("sif 2014-06-30 adoption not_judged"),
                    ratings("sif 2014-06-30 adoption good"))))
        .containsExactly("changed sif 2014-06-30 adoption not_judged>good");
  }

  @Example
  void severalRatingsOfOneIdentityAreComparedByTheirNumbers() {
    assertThat(
            told(
                RatingComparison.of(
                    ratings(
                        "sif 2014 adoption good",
                        "sif 2014 adoption good",
                        "sif 2014 adoption inadequate"),
                    ratings("sif 2014 adoption good", "sif 2014 adoption outstanding"))))
        .containsExactly(
            "changed sif 2014 adoption good>outstanding", "removed sif 2014 adoption inadequate>");
  }

  @Example
  void revisionsAreInTheOrderOfTheirColumns() {
    assertThat(
            told(
                RatingComparison.of(
                    ratings(
                        "slac 2010 safeguarding good",
                        "sif 2014 lscb good",
                        "sif 2013 lscb good",
                        "sif 2014 adoption good"),
                    ratings(
                        "slac 2010 safeguarding inadequate",
                        "ilacs 2023 in_care good",
                        "cpi 2012 overall_effectiveness good"))))
        .containsExactly(
            "added cpi 2012 overall_effectiveness >good",
            "added ilacs 2023 in_care >good",
            "changed slac 2010 safeguarding good>inadequate",
            "removed sif 2013 lscb good>",
            "removed sif 2014 adoption good>",
            "removed sif 2014 lscb good>");
  }

  /** Few values of each, so that ratings often share their identity. */
  @Provide
  Arbitrary<List<PublishedRating>> anyRatings() {
    return Combinators.combine(
            Arbitraries.of("340", "341"),
            Arbitraries.of("sif", "ilacs"),
            Arbitraries.of("2014", "2014-06-30"),
            Arbitraries.of("adoption", "lscb"),
            Arbitraries.of("outstanding", "good", "inadequate", "not_judged"))
        .as(
            (laCode, framework, published, area, grade) ->
                new PublishedRating(laCode, "Council", framework, published, area, grade))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void nothingDiffersFromItselfInWhateverOrder(
      @ForAll("anyRatings") List<PublishedRating> ratings) {
    List<PublishedRating> reversed = new ArrayList<>(ratings);
    Collections.reverse(reversed);

    assertThat(RatingComparison.of(ratings, ratings)).isEmpty();
    assertThat(RatingComparison.of(ratings, reversed)).isEmpty();
  }

  @Property
  void theRevisionsTurnTheEarlierRatingsIntoTheLaterOnes(
      @ForAll("anyRatings") List<PublishedRating> before,
      @ForAll("anyRatings") List<PublishedRating> after) {
    List<PublishedRating> revised = new ArrayList<>(before);
    for (Revision revision : RatingComparison.of(before, after)) {
      if (revision.kind() != Kind.ADDED) {
        assertThat(revised.remove(with(revision, revision.before()))).isTrue();
      }
      if (revision.kind() != Kind.REMOVED) {
        revised.add(with(revision, revision.after()));
      }
    }

    assertThat(revised).containsExactlyInAnyOrderElementsOf(after);
  }

  private static PublishedRating with(Revision revision, String grade) {
    return new PublishedRating(
        revision.laCode(),
        revision.council(),
        revision.framework(),
        revision.publishedDate(),
        revision.area(),
        grade);
  }

  @Property
  void backwardsAddedIsRemovedAndAChangeGoesTheOtherWay(
      @ForAll("anyRatings") List<PublishedRating> before,
      @ForAll("anyRatings") List<PublishedRating> after) {
    assertThat(RatingComparison.of(after, before))
        .containsExactlyInAnyOrderElementsOf(
            RatingComparison.of(before, after).stream()
                .map(RatingComparisonTest::backwards)
                .toList());
  }

  private static Revision backwards(Revision revision) {
    Kind kind =
        switch (revision.kind()) {
          case ADDED -> Kind.REMOVED;
          case CHANGED -> Kind.CHANGED;
          case REMOVED -> Kind.ADDED;
        };
    return new Revision(
        kind,
        revision.laCode(),
        revision.council(),
        revision.framework(),
        revision.publishedDate(),
        revision.area(),
        revision.after(),
        revision.before());
  }

  @Property
  void noMoreIsRevisedThanMustBe(
      @ForAll("anyRatings") List<PublishedRating> before,
      @ForAll("anyRatings") List<PublishedRating> after) {
    assertThat(RatingComparison.of(before, after))
        .allSatisfy(revision -> assertThat(revision.before()).isNotEqualTo(revision.after()))
        .hasSizeLessThanOrEqualTo(before.size() + after.size());
  }
}
