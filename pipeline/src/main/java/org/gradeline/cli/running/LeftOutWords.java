package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.LeftOut.Reason;

/** Files and sheets that a run does not read, in words. */
final class LeftOutWords {
  private LeftOutWords() {}

  /** Names of what is not read, by the reason why. */
  static String of(List<LeftOut> leftOut) {
    Map<Reason, List<String>> names = new EnumMap<>(Reason.class);
    for (LeftOut left : leftOut) {
      names.computeIfAbsent(left.reason(), reason -> new ArrayList<>()).add(left.name());
    }
    List<String> parts = new ArrayList<>();
    names.forEach((reason, of) -> parts.add(words(reason) + " " + FirstNames.of(of)));
    return String.join("; ", parts);
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case UNKNOWN_ENDING -> "files of other endings:";
      case HIDDEN_SHEET -> "hidden sheets:";
      case UNKNOWN_SHEET -> "sheets without a header that a layout knows:";
    };
  }
}
