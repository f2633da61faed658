package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradeline.normalising.IssueType;
import org.junit.jupiter.api.Test;

/** docs/FAULTS.md, in which users look their faults up, has all of them. */
class FaultsDocumentTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void namesEveryRule() throws IOException {
    String faults = Files.readString(ROOT.resolve("docs/FAULTS.md"));

    for (IssueType rule : IssueType.values()) {
      assertThat(faults).contains("`" + rule.key() + "`");
    }
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("(docs/FAULTS.md)");
  }
}
