package org.gradeline.site.charts;

/**
 * What a picture says, for those who cannot see it. For example:
 *
 * <pre>{@code
 * new Caption("knowsley", "Knowsley was inadequate twice", "A band for each grade since 2010.")
 * }</pre>
 *
 * @param id names the picture on its page; an ASCII letter or underscore, then ASCII letters,
 *     digits, hyphens, underscores and full stops
 * @param title the finding, in one sentence
 * @param description what is drawn and how to read it; empty where the title says it all
 */
public record Caption(String id, String title, String description) {
  /** Refuses what would not be an XML id. */
  public Caption {
    if (id.isEmpty() || !isStart(id.charAt(0)) || !id.chars().allMatch(Caption::isPart)) {
      throw new IllegalArgumentException("Not an id: \"" + id + "\"");
    }
  }

  private static boolean isStart(int c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isPart(int c) {
    return isStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }
}
