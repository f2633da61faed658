package org.gradeline.reference;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The councils in the order of their codes, found by any of their codes and names. A name is exact
 * but for case, "&" for "and", punctuation and words such as "Borough Council".
 */
public final class CouncilRegister implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern COUNCIL_WORDS =
      Pattern.compile(
          "^(the )?((london|royal|metropolitan) borough of )"
              + "|( (city|county|london borough|borough|metropolitan|district|unitary|royal))* council$");

  private final List<Council> councils;
  private final Map<String, Council> byLaCode = new HashMap<>();
  private final Map<String, Council> byCode = new HashMap<>();
  private final Map<String, Council> byUrn = new HashMap<>();
  private final Map<String, Council> byName;

  /**
   * @param councils in the order of their codes
   * @param byName every name and alias in {@link #nameForm normal form}
   */
  CouncilRegister(List<Council> councils, Map<String, Council> byName) {
    this.councils = List.copyOf(councils);
    this.byName = new HashMap<>(byName);
    for (Council council : councils) {
      byLaCode.put(council.laCode(), council);
      council.codes().forEach(code -> byCode.put(code.code(), council));
      if (!council.urn().isEmpty()) {
        byUrn.put(council.urn(), council);
      }
    }
  }

  /** All councils, in the order of their codes. */
  public List<Council> all() {
    return councils;
  }

  /** The council with this local authority code, or null. */
  public @Nullable Council byLaCode(String laCode) {
    return byLaCode.get(laCode);
  }

  /** The council that has or had this nine-character code, or null. */
  public @Nullable Council byGssCode(String code) {
    return byCode.get(code.toUpperCase(Locale.ROOT));
  }

  /** The council with this number in the inspectorate's files, or null. */
  public @Nullable Council byUrn(String urn) {
    return byUrn.get(urn);
  }

  /** The council of this name or alias, or null. */
  public @Nullable Council byName(String name) {
    String form = nameForm(name);
    Council exact = byName.get(form);
    return exact != null ? exact : byName.get(bare(form));
  }

  private static String bare(String form) {
    return COUNCIL_WORDS.matcher(form).replaceAll("");
  }

  /**
   * Names of the councils whose names or aliases are nearest to a text, first without words such as
   * "Council", which would make it like every other name that has them.
   */
  public List<String> nearestNames(String text, int most) {
    String form = nameForm(text);
    return Stream.of(bare(form), form)
        .flatMap(name -> Nearest.to(name, byName.keySet(), most * 3).stream())
        .map(byName::get)
        .filter(Objects::nonNull)
        .map(Council::name)
        .distinct()
        .limit(most)
        .toList();
  }

  /** All local authority codes. */
  public Iterable<String> laCodes() {
    return byLaCode.keySet();
  }

  /** All nine-character codes. */
  public Iterable<String> gssCodes() {
    return byCode.keySet();
  }

  /** All numbers of the inspectorate's files. */
  public Iterable<String> urns() {
    return byUrn.keySet();
  }

  /**
   * The form in which names are compared: case folded, "and" for "&", single spaces for all
   * punctuation.
   */
  public static String nameForm(String name) {
    String words =
        name.toLowerCase(Locale.ROOT).replace("&", " and ").replace("'", "").replace("\u2019", "");
    return PUNCTUATION.matcher(words).replaceAll(" ").strip();
  }
}
