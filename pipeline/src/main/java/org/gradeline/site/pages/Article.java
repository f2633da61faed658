package org.gradeline.site.pages;

import java.util.List;

/**
 * A page. Immutable.
 *
 * @param frame what is around it
 * @param heading its heading
 * @param lead the paragraphs that lead, each to be quoted as it stands
 * @param sections its sections; those without content are left out
 */
public record Article(Frame frame, String heading, List<String> lead, List<Section> sections) {
  /** Leaves out empty sections. */
  public Article {
    sections = sections.stream().filter(section -> !section.isEmpty()).toList();
  }

  /** The same page, which describes the data for programs. */
  Article describing(String dataset) {
    return new Article(frame.describing(dataset), heading, lead, sections);
  }
}
