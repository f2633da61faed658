package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name by which a council may be meant.
 *
 * @param form in {@link CouncilRegister#nameForm normal form}
 * @param bare its words without those such as "Council"
 * @param own whether it is the council's own name, and not an alias
 * @param council the council
 */
record CouncilName(String form, String bare, boolean own, Council council) implements Serializable {
  private static final Pattern BEFORE_NAME =
      Pattern.compile("^(the )?(london|royal|metropolitan) borough of ");
  private static final String COUNCIL = " council";

  /** A longer one comes before its own end. */
  private static final List<String> BEFORE_COUNCIL =
      List.of(
          " city",
          " county",
          " london borough",
          " borough",
          " metropolitan",
          " district",
          " unitary",
          " royal");

  /** A name in normal form, and the council that has it. */
  static CouncilName of(String form, Council council) {
    boolean own = form.equals(CouncilRegister.nameForm(council.name()));
    return new CouncilName(form, bare(form), own, council);
  }

  /** A name without "London Borough of" before it and words such as "City Council" behind it. */
  static String bare(String form) {
    String name = BEFORE_NAME.matcher(form).replaceFirst("");
    if (!name.endsWith(COUNCIL)) {
      return name;
    }
    int end = name.length() - COUNCIL.length();
    for (int length = wordBefore(name, end); length > 0; length = wordBefore(name, end)) {
      end -= length;
    }
    return name.substring(0, end);
  }

  /** How long the word is that ends there, if it is one that comes before "council"; else 0. */
  private static int wordBefore(String name, int end) {
    for (String word : BEFORE_COUNCIL) {
      if (name.startsWith(word, end - word.length())) {
        return word.length();
      }
    }
    return 0;
  }

  /** Whether each word begins a word of the name. */
  boolean has(List<String> words) {
    for (String word : words) {
      if (!hasWord(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasWord(String beginning) {
    int at = 0;
    while (!bare.startsWith(beginning, at)) {
      at = bare.indexOf(' ', at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
