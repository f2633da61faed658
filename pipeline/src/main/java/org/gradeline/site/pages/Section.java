package org.gradeline.site.pages;

import java.util.List;

/**
 * A section of a page. Immutable. For example:
 *
 * <pre>{@code
 * Section.of("waiting", "Waiting").text(story.waiting()).tables(List.of(table));
 * }</pre>
 *
 * @param id its name in addresses
 * @param heading what it is about
 * @param paragraphs what it says
 * @param figures its pictures, each with its table
 * @param pictures small pictures that stand side by side
 * @param tables its tables
 * @param links where to go on
 * @param code a text to copy; empty without one
 * @param folded whether it is closed until a reader opens it
 */
public record Section(
    String id,
    String heading,
    List<String> paragraphs,
    List<Figure> figures,
    List<Picture> pictures,
    List<DataTable> tables,
    List<Link> links,
    String code,
    boolean folded) {

  /**
   * A small picture.
   *
   * @param title what it shows
   * @param svg the picture
   */
  public record Picture(String title, String svg) {}

  /**
   * A link.
   *
   * @param label what is there
   * @param href where it leads, from the page
   */
  public record Link(String label, String href) {}

  static Section of(String id, String heading) {
    return new Section(
        id, heading, List.of(), List.of(), List.of(), List.of(), List.of(), "", false);
  }

  Section text(List<String> added) {
    return new Section(id, heading, added, figures, pictures, tables, links, code, folded);
  }

  Section figures(List<Figure> added) {
    return new Section(id, heading, paragraphs, added, pictures, tables, links, code, folded);
  }

  Section pictures(List<Picture> added) {
    return new Section(id, heading, paragraphs, figures, added, tables, links, code, folded);
  }

  /** With the tables that have rows. */
  Section tables(DataTable... added) {
    List<DataTable> filled =
        List.of(added).stream().filter(table -> !table.rows().isEmpty()).toList();
    return new Section(id, heading, paragraphs, figures, pictures, filled, links, code, folded);
  }

  Section links(List<Link> added) {
    return new Section(id, heading, paragraphs, figures, pictures, tables, added, code, folded);
  }

  Section code(String text) {
    return new Section(id, heading, paragraphs, figures, pictures, tables, links, text, folded);
  }

  Section closed() {
    return new Section(id, heading, paragraphs, figures, pictures, tables, links, code, true);
  }

  /** Whether there is nothing in it. */
  boolean isEmpty() {
    return paragraphs.isEmpty()
        && figures.isEmpty()
        && pictures.isEmpty()
        && tables.isEmpty()
        && links.isEmpty()
        && code.isEmpty();
  }
}
