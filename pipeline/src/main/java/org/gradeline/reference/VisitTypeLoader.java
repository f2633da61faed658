package org.gradeline.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the types of visit of {@code frameworks/*.yaml}. */
final class VisitTypeLoader {
  private VisitTypeLoader() {}

  static VisitType visitType(YamlNode node, SchemeLoader schemes) {
    node.allow(Set.of("visit_type", "scheme", "wordings"));
    Set<String> wordings = new HashSet<>(Set.of(Wording.of(node.text("visit_type"))));
    node.texts("wordings").forEach(wording -> wordings.add(Wording.of(wording)));
    return new VisitType(
        node.text("visit_type"),
        node.has("scheme") ? schemes.schemeOf(node) : null,
        Set.copyOf(wordings));
  }

  /** A wording must mean one type of visit. */
  static void checkWordings(List<VisitType> visitTypes, String folder, Problems problems) {
    Map<String, String> meanings = new HashMap<>();
    for (VisitType visitType : visitTypes) {
      for (String wording : visitType.wordings()) {
        String other = meanings.put(wording, visitType.key());
        if (other != null && !other.equals(visitType.key())) {
          problems.add(
              folder,
              0,
              "the wording '"
                  + wording
                  + "' appears under two visit types, "
                  + other
                  + " and "
                  + visitType.key(),
              "Keep it under one of them.");
        }
      }
    }
  }
}
