package org.gradeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The document in which users look their faults up.
 *
 * @param text all of it
 */
public record FaultsDocument(String text) {
  /** Where it is, from the top of the repository. */
  public static final String PATH = "docs/FAULTS.md";

  private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

  /** Reads the document. */
  public static FaultsDocument read() throws IOException {
    return new FaultsDocument(Files.readString(Path.of("..").resolve(PATH)));
  }

  /** The rules that reject a record, a judgement or a finding, from the top. */
  public List<String> rejected() {
    return rules("Rejected");
  }

  /** The rules that repair, from the top. */
  public List<String> repaired() {
    return rules("Repaired");
  }

  /** The rules that doubt, from the top. */
  public List<String> doubted() {
    return rules("Doubted");
  }

  /** The rules in the first column of the table under the heading of an outcome. */
  private List<String> rules(String outcome) {
    List<String> rules = new ArrayList<>();
    boolean inTable = false;
    String after = text.substring(text.indexOf("\n### " + outcome + "\n")).strip();
    for (String line : after.lines().toList()) {
      if (line.startsWith("|")) {
        inTable = true;
        String first = line.split("\\|", -1)[1];
        CODE.matcher(first).results().map((MatchResult code) -> code.group(1)).forEach(rules::add);
      } else if (inTable) {
        break;
      }
    }
    return rules;
  }
}
