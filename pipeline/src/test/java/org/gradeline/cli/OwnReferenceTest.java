package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are told with the neighbours, groups and councils that they were counted with. */
@DisplayName("Reports that were made with other reference data")
class OwnReferenceTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness,impact_of_leaders\n";

  @TempDir private Path folder;
  private Path input;
  private Path neighbours;
  private Path groupings;
  private Path reports;

  @BeforeEach
  void writeFiles() throws IOException {
    input =
        Files.writeString(
            folder.resolve("records.csv"),
            HEADER
                + "340,ilacs,2024-11-25,2025-01-20,Inadequate,Inadequate\n"
                + "383,ilacs,2024-11-25,2025-01-20,Good,Good\n"
                + "908,ilacs,2024-11-25,2025-01-20,Good,Good\n");
    neighbours =
        Files.writeString(
            folder.resolve("nb_1.csv"),
            "la_code,position,neighbour_la_code\n340,1,383\n340,2,908\n");
    groupings =
        Files.writeString(
            folder.resolve("gr.csv"),
            "grouping,code,label,la_code,valid_from,valid_to\nregion,X1,Docklands,340,,\n");
    reports = folder.resolve("reports");
  }

  private void publish(String... options) {
    List<String> all =
        Stream.concat(Stream.of("--input", input.toString()), Stream.of(options)).toList();
    CommandLineRun run = CommandLineRun.runWithPages(reports, all);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private String story(String council) {
    CommandLineRun show = command("show", council);
    assertThat(show.err()).isEmpty();
    assertThat(show.status()).isZero();
    return show.out();
  }

  private CommandLineRun command(String... words) {
    return CommandLineRun.of(
        Stream.concat(
                Stream.of(words),
                Stream.of(
                    "--data", CommandLineRun.DATA.toString(), "--reports", reports.toString()))
            .toArray(String[]::new));
  }

  private List<String> opening() throws IOException {
    return readme().stream().limit(9).filter(line -> line.startsWith("- ")).toList();
  }

  private List<String> readme() throws IOException {
    return Files.readAllLines(reports.resolve("README.md"));
  }

  @Test
  void areToldWithTheirNeighbours() throws IOException {
    publish("--neighbours", neighbours.toString());

    assertThat(story("Knowsley"))
        .contains(
            "two statistical neighbours (by the file nb_1.csv), the closest first: Leeds and");
    assertThat(opening())
        .contains("- Statistical neighbours: nb_1.csv in place of the data folder's own.");
    assertThat(readme()).noneMatch(line -> line.contains(folder.toString()));
  }

  @Test
  void areToldWithTheirGroups() throws IOException {
    publish("--groupings", groupings.toString());

    assertThat(story("Knowsley")).contains("Docklands").doesNotContain("North West");
    assertThat(opening())
        .contains("- Groups of councils: gr.csv in place of the data folder's own.");
  }

  @Test
  void areToldWithoutTheCouncilsThatTheyLeaveOut() throws IOException {
    publish();
    assertThat(story("Leeds")).contains("In England 2 of 3 councils");

    publish("--exclude", "340");

    assertThat(story("Leeds")).contains("In England 2 of 2 councils");
    assertThat(opening()).contains("- Left out of all counts: Knowsley (340).");
  }

  @Test
  void sayNothingOfWhatIsTheDataFoldersOwn() throws IOException {
    CommandLineRun run = CommandLineRun.run(reports, List.of());

    assertThat(run.status()).isZero();
    assertThat(opening()).isEmpty();
  }

  @Test
  void haveTheirPagesMadeAnewWithIt() throws IOException {
    publish("--neighbours", neighbours.toString(), "--exclude", "908");
    Path page = reports.resolve("site/councils/340-knowsley.html");
    String before = Files.readString(page);

    assertThat(command("site").status()).isZero();

    assertThat(page).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show Knowsley", "site"})
  void areNotToldWhenItIsGone(String command) throws IOException {
    publish("--neighbours", neighbours.toString());
    Files.delete(neighbours);

    assertRefused(
        command,
        "the reports were made with --neighbours "
            + neighbours
            + ", and there is no such file. Put back what the run used, or make the reports anew"
            + " with gradeline run.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show Knowsley", "site"})
  void areNotToldWhenItIsNoLongerRight(String command) throws IOException {
    publish("--groupings", groupings.toString());
    Files.writeString(groupings, "grouping,code\n");

    CommandLineRun run = command(command.split(" "));

    assertThat(run.err())
        .startsWith(
            "gradeline: --reports "
                + reports
                + ": the reports were made with other reference data ("
                + groupings.toAbsolutePath())
        .contains("). Put back what the run used, or make the reports anew with gradeline run.");
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"options\": {\"groupings\": \"a\\u0000b\"}}"})
  void areNotToldWhenTheyDoNotSayWhatItWas(String text) throws IOException {
    publish();
    Files.writeString(reports.resolve("run.json"), text);

    assertRefused(
        "show Knowsley",
        "its run.json, which says how the reports were made, cannot be read. Make them anew with"
            + " gradeline run.");
  }

  @Test
  void areToldWithTheDataFoldersOwnWhenTheyHaveNoRun() throws IOException {
    publish("--neighbours", neighbours.toString());
    Files.delete(reports.resolve("run.json"));

    assertThat(story("Knowsley")).contains("ten statistical neighbours");
  }

  private void assertRefused(String command, String reason) {
    CommandLineRun run = command(command.split(" "));
    assertThat(run.err())
        .isEqualTo("gradeline: --reports " + reports + ": " + reason + System.lineSeparator());
    assertThat(run.status()).isEqualTo(2);
  }
}
