package org.gradeline.site.charts;

/** Writes a picture as inline SVG. Colours and lines come from CSS classes alone. */
final class Svg {
  /** Which part of a text is at its place. */
  enum Anchor {
    START(""),
    MIDDLE(" text-anchor=\"middle\""),
    END(" text-anchor=\"end\"");

    private final String attribute;

    Anchor(String attribute) {
      this.attribute = attribute;
    }
  }

  private final StringBuilder xml = new StringBuilder(4096);

  private Svg() {}

  /**
   * Begins a picture.
   *
   * @param kind is part of its CSS class: {@code picture-timeline}
   * @param width natural width, in pixels
   * @param height natural height, in pixels
   */
  static Svg image(Caption caption, String kind, double width, double height) {
    return new Svg().begin(caption, kind, "img", width, height);
  }

  /** Begins a picture with links: what is inside an image, screen readers would not find. */
  static Svg withLinks(Caption caption, String kind, double width, double height) {
    return new Svg().begin(caption, kind, "group", width, height);
  }

  private Svg begin(Caption caption, String kind, String role, double width, double height) {
    xml.append("<svg class=\"picture picture-").append(kind);
    xml.append("\" viewBox=\"0 0 ");
    Decimals.append(xml, width);
    xml.append(' ');
    Decimals.append(xml, height);
    xml.append('"');
    number("width", width).number("height", height);
    xml.append(" role=\"").append(role);
    String id = caption.id();
    boolean described = !caption.description().isEmpty();
    xml.append("\" aria-labelledby=\"").append(id).append("-title");
    if (described) {
      xml.append(' ').append(id).append("-desc");
    }
    xml.append("\"><title id=\"").append(id).append("-title\">");
    XmlText.append(xml, caption.title());
    xml.append("</title>");
    if (described) {
      xml.append("<desc id=\"").append(id).append("-desc\">");
      XmlText.append(xml, caption.description());
      xml.append("</desc>");
    }
    return this;
  }

  /** A rectangle. */
  Svg rect(String css, double x, double y, double width, double height) {
    rectStart(css, x, y, width, height);
    xml.append("/>");
    return this;
  }

  /** A rectangle that says something under the pointer. */
  Svg rect(String css, double x, double y, double width, double height, String hover) {
    if (hover.isEmpty()) {
      return rect(css, x, y, width, height);
    }
    rectStart(css, x, y, width, height);
    xml.append('>');
    hover(hover);
    xml.append("</rect>");
    return this;
  }

  private void rectStart(String css, double x, double y, double width, double height) {
    start("rect", css).number("x", x).number("y", y).number("width", width);
    number("height", height);
  }

  /** A line. */
  Svg line(String css, double x1, double y1, double x2, double y2) {
    start("line", css).number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
    xml.append("/>");
    return this;
  }

  /** A dot. */
  Svg circle(String css, double x, double y, double radius) {
    start("circle", css).number("cx", x).number("cy", y).number("r", radius);
    xml.append("/>");
    return this;
  }

  /** A path. */
  Svg path(String css, CharSequence commands) {
    start("path", css);
    xml.append(" d=\"").append(commands).append("\"/>");
    return this;
  }

  /** A path that says something under the pointer. */
  Svg path(String css, CharSequence commands, String hover) {
    start("path", css);
    xml.append(" d=\"").append(commands).append("\">");
    hover(hover);
    xml.append("</path>");
    return this;
  }

  /** A line of text, placed by its baseline. */
  Svg text(String css, Anchor anchor, double x, double baseline, String text) {
    start("text", css).number("x", x).number("y", baseline);
    xml.append(anchor.attribute).append('>');
    XmlText.append(xml, text);
    xml.append("</text>");
    return this;
  }

  /** A line of text that is read from below, around a place. */
  Svg upright(String css, double x, double y, String text) {
    start("text", css);
    xml.append(" transform=\"translate(");
    Decimals.append(xml, x);
    xml.append(' ');
    Decimals.append(xml, y);
    xml.append(") rotate(-90)\" text-anchor=\"middle\">");
    XmlText.append(xml, text);
    xml.append("</text>");
    return this;
  }

  /** Begins a link. */
  Svg link(String href, String hover) {
    xml.append("<a href=\"");
    XmlText.append(xml, href);
    xml.append("\">");
    hover(hover);
    return this;
  }

  /** Ends a link. */
  Svg endLink() {
    xml.append("</a>");
    return this;
  }

  /** Defines slanted lines with which to fill an area. */
  Svg hatching(String id) {
    xml.append("<defs><pattern id=\"").append(id);
    xml.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"");
    xml.append(" patternTransform=\"rotate(45)\">");
    line("hatch", 0, 0, 0, 6);
    xml.append("</pattern></defs>");
    return this;
  }

  /** A rectangle filled with slanted lines. */
  Svg hatched(String id, double x, double y, double width, double height, String hover) {
    rectStart("hatched", x, y, width, height);
    xml.append(" fill=\"url(#").append(id).append(")\">");
    hover(hover);
    xml.append("</rect>");
    return this;
  }

  /** Ends the picture. */
  String end() {
    return xml.append("</svg>").toString();
  }

  private void hover(String text) {
    xml.append("<title>");
    XmlText.append(xml, text);
    xml.append("</title>");
  }

  private Svg start(String element, String css) {
    xml.append('<').append(element).append(" class=\"").append(css).append('"');
    return this;
  }

  private Svg number(String attribute, double value) {
    xml.append(' ').append(attribute).append("=\"");
    Decimals.append(xml, value);
    xml.append('"');
    return this;
  }
}
