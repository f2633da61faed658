package org.gradeline.site.pages;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;

/**
 * Where pages are, from the first page's folder. Immutable, and safe for many threads. For example
 * {@code councils/340-knowsley.html}.
 */
public final class Links {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final String HTML = ".html";

  private final Map<String, String> councils;

  /** The places of the pages of these councils. */
  public Links(List<Council> councils) {
    Map<String, String> pages = new HashMap<>();
    councils.forEach(
        council ->
            pages.put(council.laCode(), "councils/" + name(council.laCode(), council.name())));
    this.councils = Map.copyOf(pages);
  }

  /** A name that any file system and address takes. */
  private static String name(String code, String label) {
    String plain = ACCENTS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD)).replaceAll("");
    String words = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = words.replaceAll("^-|-$", "");
    return code.isEmpty() ? trimmed : trimmed.isEmpty() ? code : code + "-" + trimmed;
  }

  /** A council's page without its ending, which its downloads share. */
  public String councilStem(String laCode) {
    return Objects.requireNonNull(councils.get(laCode), laCode);
  }

  /** A council's page. */
  public String council(String laCode) {
    return councilStem(laCode) + HTML;
  }

  /** The card of a council that other sites embed. */
  public static String card(String laCode) {
    return "embed/" + laCode + HTML;
  }

  /** A day of publication. */
  public static String day(String day) {
    return "days/" + day + HTML;
  }

  /** The map of a line. */
  public static String map(Line line) {
    return "maps/" + line.key().replace('_', '-') + HTML;
  }

  /** A region. */
  public static String region(Geography region) {
    return "regions/" + name(region.code(), region.name()) + HTML;
  }

  /** The groups of a grouping. */
  public static String grouping(String level) {
    return "groups/" + level.replace('_', '-') + HTML;
  }
}
