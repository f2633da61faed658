package org.gradeline.normalising;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Field;

/**
 * How a record names its council; empty texts where it does not. Each text of a joint service's
 * record is a list.
 */
record CouncilNaming(String laCode, String gssCode, String urn, String name) {
  private static final String SEPARATOR = ";";

  static CouncilNaming of(RecordDraft draft) {
    return new CouncilNaming(
        draft.text(Field.LA_CODE),
        draft.text(Field.GSS_CODE),
        draft.text(Field.URN),
        draft.text(Field.COUNCIL));
  }

  /** What the record gives, in the order in which it is compared. */
  List<Part> parts() {
    return Stream.of(
            new Part(Field.LA_CODE, laCode),
            new Part(Field.URN, urn),
            new Part(Field.COUNCIL, name),
            new Part(Field.GSS_CODE, gssCode))
        .filter(part -> !part.value().isEmpty())
        .toList();
  }

  /** The codes or names in a text, separated by ";". */
  static List<String> listed(String text) {
    return text.contains(SEPARATOR)
        ? Arrays.stream(text.split(SEPARATOR, -1)).map(String::strip).toList()
        : List.of(text);
  }

  /** What a field says. */
  record Part(Field field, String value) {
    String label() {
      return field.key() + " '" + value + "'";
    }

    List<String> listed() {
      return CouncilNaming.listed(value);
    }

    /** The code or name at a place of the list. */
    Part at(int place) {
      return new Part(field, listed().get(place));
    }
  }
}
