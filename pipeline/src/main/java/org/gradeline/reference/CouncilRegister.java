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
 * The councils in the order of their codes, found by any of their codes and names. Immutable, and
 * safe for many threads.
 *
 * <p>A name must be exact, except for case, "&" for "and", punctuation, and words such as "Borough
 * Council":
 *
 * <pre>{@code
 * Council knowsley = register.byName("KNOWSLEY Metropolitan Borough Council");
 * knowsley == register.byLaCode("340"); // true
 * }</pre>
 */
public final class CouncilRegister implements Serializable {
  /** The most councils: tallies of publication days pack a council's position into 20 bits. */
  public static final int MAX_COUNCILS = 1 << 20;

  private static final long serialVersionUID = 1L;

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  /** What is written as a code: digits, with a letter before them at most. */
  private static final Pattern CODE = Pattern.compile("\\p{L}?\\p{Nd}+");

  private final List<Council> councils;
  private final Map<String, Council> byLaCode = new HashMap<>();
  private final Map<String, Council> byCode = new HashMap<>();
  private final Map<String, Council> byUrn = new HashMap<>();
  private final Map<String, Council> byName;
  private final Map<String, List<Council>> joint;
  private final List<CouncilName> names;
  private transient volatile @Nullable NearestCouncil nearest;

  /**
   * @param councils in the order of their codes
   * @param byName every name and alias in {@link #nameForm normal form}
   * @param joint the councils of joint services by their names, in the same form
   */
  CouncilRegister(
      List<Council> councils, Map<String, Council> byName, Map<String, List<Council>> joint) {
    this.councils = List.copyOf(councils);
    this.joint = Map.copyOf(joint);
    this.byName = new HashMap<>(byName);
    this.names =
        byName.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(name -> CouncilName.of(name.getKey(), name.getValue()))
            .toList();
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

  /** The council that has or had this nine-character code (GSS code), or null. */
  public @Nullable Council byGssCode(String code) {
    return byCode.get(code.toUpperCase(Locale.ROOT));
  }

  /** The council with this number (URN) in the inspectorate's files, or null. */
  public @Nullable Council byUrn(String urn) {
    return byUrn.get(urn);
  }

  /** The council of this name or alias, or null. */
  public @Nullable Council byName(String name) {
    String form = nameForm(name);
    Council exact = byName.get(form);
    return exact != null ? exact : byName.get(CouncilName.bare(form));
  }

  /** The councils of the joint service of this name; none when there is no such name. */
  public List<Council> jointly(String name) {
    return joint.isEmpty() ? List.of() : joint.getOrDefault(nameForm(name), List.of());
  }

  /**
   * Names of the councils that a text most likely means: those whose names begin with it, then
   * those with all its words, then those whose aliases do; when there are none, those whose names
   * or aliases are spelt most like it. Words such as "Council" are left out of the comparison at
   * first: they make a text like every other name that has them. A code means nothing else, so none
   * comes up for it.
   *
   * @param text what was written
   * @param limit how many names to give at most
   */
  public List<String> nearestNames(String text, int limit) {
    String form = nameForm(text);
    if (CODE.matcher(form).matches()) {
      return List.of();
    }
    List<String> likely = likelyNames(CouncilName.bare(form)).limit(limit).toList();
    return likely.isEmpty() ? namesSpeltLike(form, limit) : likely;
  }

  /**
   * The name of the council that a text most likely means: the first of {@link #nearestNames}, or
   * null. It takes a bounded time, however many councils there are, so that a file of unknown names
   * is read as fast as others. Among many thousands of names a search may go beyond its bound; then
   * there is none. The answer depends on the text and the register alone.
   *
   * @param text what was written
   */
  public @Nullable String nearestName(String text) {
    String form = nameForm(text);
    if (CODE.matcher(form).matches()) {
      return null;
    }
    Council council = index().nearest(form);
    return council == null ? null : council.name();
  }

  /** Made on first need: most files have no unknown name. */
  private NearestCouncil index() {
    NearestCouncil made = nearest;
    if (made == null) {
      synchronized (this) {
        made = nearest;
        if (made == null) {
          made = new NearestCouncil(names);
          nearest = made;
        }
      }
    }
    return made;
  }

  private Stream<String> likelyNames(String form) {
    if (form.length() < NearestCouncil.MIN_LIKELY) {
      return Stream.of();
    }
    List<String> words = List.of(form.split(" ", -1));
    return Stream.of(
            names.stream().filter(name -> name.own() && name.bare().startsWith(form)),
            names.stream().filter(name -> name.own() && name.has(words)),
            names.stream().filter(name -> name.has(words)))
        .flatMap(found -> found)
        .map(name -> name.council().name())
        .distinct();
  }

  private List<String> namesSpeltLike(String form, int limit) {
    return Stream.of(CouncilName.bare(form), form)
        .flatMap(name -> Nearest.to(name, byName.keySet(), limit * 3).stream())
        .map(byName::get)
        .filter(Objects::nonNull)
        .map(Council::name)
        .distinct()
        .limit(limit)
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

  /** All numbers (URNs) of the inspectorate's files. */
  public Iterable<String> urns() {
    return byUrn.keySet();
  }

  /**
   * The form in which names are compared: {@link PlainText plain}, in lower case, with "and" for
   * "&" and one space for any punctuation.
   */
  public static String nameForm(String name) {
    String words =
        PlainText.of(name).toLowerCase(Locale.ROOT).replace("&", " and ").replace("'", "");
    return PUNCTUATION.matcher(words).replaceAll(" ").strip();
  }
}
