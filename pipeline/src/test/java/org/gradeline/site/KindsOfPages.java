package org.gradeline.site;

import java.util.List;

/** A page of every kind, from the project's own data. */
final class KindsOfPages {
  static final List<String> ALL =
      List.of(
          "index.html",
          "councils.html",
          "councils/340-knowsley.html",
          // Closed, and new.
          "councils/909-cumbria.html",
          "councils/942-cumberland.html",
          "changes.html",
          "days/2014-06-30.html",
          "waiting.html",
          "england.html",
          "regions/E12000002-north-west.html",
          "groups/council-type.html",
          "maps/leadership.html",
          "compare.html",
          "data.html",
          "method.html",
          "quality.html",
          "accessibility.html",
          "embed/340.html");

  private KindsOfPages() {}
}
