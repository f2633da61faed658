package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Councils' stories, in sentences that can be quoted. */
@DisplayName("show")
class ShowTest {
  @TempDir private static Path reports;

  @BeforeAll
  static void makeTheTables() {
    assertThat(CommandLineRun.run(reports, List.of()).status()).isZero();
  }

  private static String show(String... arguments) {
    List<String> all = new ArrayList<>(List.of("show"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", CommandLineRun.DATA.toString(), "--reports", reports.toString()));
    CommandLineRun run = CommandLineRun.of(all.toArray(new String[0]));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run.out();
  }

  @Test
  void tellsKnowsleysStory() {
    assertThat(show("knowsley", "--line", "headline"))
        .isEqualToNormalizingNewlines(
            """
            Knowsley (340)
              Knowsley is a council of the type Metropolitan District, in the region North West.

            Overall effectiveness (headline)
              On 12 March 2010 Knowsley was rated good for children's services overall, its first rating (Inspection of safeguarding and looked after children services, slac).
              On 30 June 2014 Knowsley was rated inadequate for children's services overall, two grades down from good (Single inspection framework, sif; inspection started on 29 April 2014). Compare with care: it was judged under another framework or definition than the one before.
              On 13 June 2017 Knowsley was rated requires improvement for children's services overall, one grade up from inadequate (Single inspection framework, sif; inspection started on 13 March 2017).
              On 3 December 2021 Knowsley was rated requires improvement for children's services overall, as before (Inspection of local authority children's services, ilacs; inspection started on 11 October 2021). Compare with care: it was judged under another framework or definition than the one before.
              On 20 January 2025 Knowsley was rated inadequate for children's services overall, one grade down from requires improvement (Inspection of local authority children's services, ilacs; inspection started on 18 November 2024).
              As at 18 June 2026, it is rated inadequate, in force since 20 January 2025, 514 days (17 months).
              Of its 10 statistical neighbours with a grade, 7 stood better, three the same and none worse.
              In the region North West, five of 24 councils with a grade, this one among them, are rated inadequate.
              Of 96 spells at inadequate of all councils, 82 have ended with a better rating; half had recovered after 3.0 years, a quarter after 2.3 years, three quarters after 3.8 years.

            Visits without a grade
              In 2015 there was a follow-up visit, which gave no grade.
              On 11 October 2022 there was a focused visit on the theme "Children in need/subject to a plan", which gave no grade.
              On 31 January 2024 there was a focused visit on the theme "Care leavers", which gave no grade.
            """);
  }

  @Test
  void tellsOfACouncilThatClosed() {
    assertThat(show("Dorset", "County", "Council", "--line", "headline"))
        .contains(
            "It closed on 1 April 2019.",
            "Its area passed to Dorset and Bournemouth, Christchurch and Poole, which started without a rating.")
        .doesNotContain("As at");
  }

  @Test
  void tellsWhenALineIsNoLongerJudged() {
    assertThat(show("brent", "--line", "headline"))
        .contains(
            "As at 18 June 2026, no rating is in force: an inspection since then did not judge children's services"
                + " overall.");
    assertThat(show("941", "--line", "adoption"))
        .contains("inspections have never given a grade for adoption.");
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    JsonNode story = new ObjectMapper().readTree(show("knowsley", "--line", "in_care", "--json"));
    assertThat(story.path("council").asText()).isEqualTo("Knowsley");
    assertThat(story.at("/lines/in_care/latest/0/grade").asText())
        .isEqualTo("requires_improvement");
    assertThat(story.at("/story/1/heading").asText()).isEqualTo("Children in care");
    assertThat(story.path("lines")).hasSize(1);
  }
}
