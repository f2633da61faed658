package org.gradeline.statistics;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What inspectors found, by theme and kind. A finding is dated by its report or, where that is
 * unknown, by the visit.
 *
 * <p>Themes are free text. Of very many, only the first in alphabetical order are kept, the same
 * ones whatever order they came in; the findings of the others are counted together.
 */
public final class ThemeTally implements Tally {
  /** How many pairs of a theme and a kind are kept. */
  public static final int MAX_THEMES = 10_000;

  /** The longest theme that is kept; of a longer one, the beginning is. */
  public static final int MAX_LENGTH = 200;

  private static final String KIND = "themes";

  private final ReportingDate date;
  private final TreeMap<Theme, Findings> themes = new TreeMap<>();
  private long findings;

  /**
   * What findings are about.
   *
   * @param theme the theme, in lower case, without characters that show nothing
   * @param kind strength, weakness or improvement
   */
  public record Theme(String theme, String kind) implements Comparable<Theme> {
    private static final Comparator<Theme> ORDER =
        Comparator.comparing(Theme::theme).thenComparing(Theme::kind);

    @Override
    public int compareTo(Theme other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Findings of one theme and kind.
   *
   * @param findings how many
   * @param councils of how many councils
   * @param first date of the earliest
   * @param last date of the latest
   */
  public record Findings(long findings, long councils, PartialDate first, PartialDate last) {
    Findings plus(Findings other) {
      return new Findings(
          findings + other.findings,
          councils + other.councils,
          other.first.compareTo(first) < 0 ? other.first : first,
          other.last.compareTo(last) > 0 ? other.last : last);
    }
  }

  /**
   * @param date what counts
   */
  public ThemeTally(ReportingDate date) {
    this.date = date;
  }

  @Override
  public void count(CouncilHistory history) {
    Set<Theme> met = new HashSet<>();
    Stream.of(history.merged().inspections(), history.merged().visits())
        .flatMap(List::stream)
        .filter(record -> date.counts(record.start(), record.published()))
        .forEach(record -> count(record, met));
  }

  private void count(CouncilRecord record, Set<Theme> met) {
    PartialDate day = day(record);
    if (day != null) {
      for (Finding finding : record.findings()) {
        Theme theme =
            new Theme(Wording.shorten(normalForm(finding.theme()), MAX_LENGTH), finding.kind());
        add(theme, new Findings(1, met.add(theme) ? 1 : 0, day, day));
        findings++;
      }
    }
  }

  /** The same for all themes that look the same: they are one. */
  private static String normalForm(String theme) {
    return Wording.of(theme);
  }

  private static @Nullable PartialDate day(CouncilRecord record) {
    return record.published() != null ? record.published() : record.start();
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND);
    out.number(findings);
    out.number(themes.size());
    themes.forEach(
        (theme, counts) -> {
          out.text(theme.theme());
          out.text(theme.kind());
          out.number(counts.findings());
          out.number(counts.councils());
          out.date(counts.first());
          out.date(counts.last());
        });
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND);
    findings += in.number();
    for (int more = in.count(); more > 0; more--) {
      Theme theme = new Theme(in.text(), in.text());
      add(theme, new Findings(in.number(), in.number(), in.knownDate(), in.knownDate()));
    }
  }

  private void add(Theme theme, Findings more) {
    themes.merge(theme, more, Findings::plus);
    if (themes.size() > MAX_THEMES) {
      themes.pollLastEntry();
    }
  }

  /** How many findings were counted whose themes were not kept. */
  public long findingsLeftOut() {
    return findings - themes.values().stream().mapToLong(Findings::findings).sum();
  }

  /** The themes in alphabetical order, at most {@link #MAX_THEMES}. */
  public SortedMap<Theme, Findings> themes() {
    return new TreeMap<>(themes);
  }
}
