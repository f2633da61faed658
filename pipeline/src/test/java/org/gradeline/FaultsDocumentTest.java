package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.normalising.IssueType;
import org.junit.jupiter.api.Test;

/** docs/FAULTS.md, in which users look their faults up, has all of them. */
class FaultsDocumentTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void namesEveryRule() throws IOException {
    String faults = FaultsDocument.read().text();

    for (IssueType type : IssueType.values()) {
      assertThat(faults).contains("`" + type.key() + "`");
    }
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("(" + FaultsDocument.PATH + ")");
  }

  @Test
  void everyTypeOfIssueIsInExactlyOneOfTheTablesOfRecords() throws IOException {
    FaultsDocument faults = FaultsDocument.read();

    List<String> listed =
        Stream.of(faults.rejected(), faults.repaired(), faults.doubted())
            .flatMap(List::stream)
            .toList();

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(IssueType.values()).map(IssueType::key).toList());
  }
}
