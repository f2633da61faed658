package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What holds for pictures of every kind. */
class PicturesTest {
  private static final Set<String> COLOURS = Set.of("stroke", "style", "color", "opacity");

  private static void each(String name, BiConsumer<String, Drawn> check) {
    Examples.pictures(name).forEach((kind, svg) -> check.accept(kind, Drawn.of(svg)));
  }

  @Test
  void aPictureSaysWhatItIsToThoseWhoCannotSeeIt() {
    each(
        "Knowsley",
        (kind, drawn) -> {
          Element svg = drawn.svg();
          // An image hides the links in it from screen readers.
          assertThat(svg.getAttribute("role")).isEqualTo(kind.equals("hex-map") ? "group" : "img");
          assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("picture-title picture-desc");
          Element title = (Element) svg.getFirstChild();
          assertThat(title.getAttribute("id")).isEqualTo("picture-title");
          assertThat(title.getTextContent()).isEqualTo("Knowsley");
          Element description = (Element) title.getNextSibling();
          assertThat(description.getAttribute("id")).isEqualTo("picture-desc");
          assertThat(description.getTextContent()).isEqualTo("Blocks from left to right.");
        });
  }

  @Test
  void itsNaturalSizeIsThatOfItsViewBox() {
    each(
        "Knowsley",
        (kind, drawn) ->
            assertThat(drawn.svg().getAttribute("viewBox"))
                .as(kind)
                .isEqualTo(
                    "0 0 "
                        + drawn.svg().getAttribute("width")
                        + " "
                        + drawn.svg().getAttribute("height")));
  }

  @Test
  void aNameCannotBecomeMarkup() {
    String name = "<script>alert(\"1\")</script> & 'sons'\u0000\u001b";
    each(
        name,
        (kind, drawn) -> {
          assertThat(drawn.named("script")).as(kind).isEmpty();
          assertThat(drawn.svg().getTextContent())
              .as(kind)
              .contains("<script>alert(\"1\")</script> & 'sons'")
              .doesNotContain("\u0000", "\u001b");
        });
  }

  @Test
  void theSameRecordsGiveTheSameBytesAlsoInAGermanLocale() {
    Locale before = Locale.getDefault();
    Map<String, String> here = Examples.pictures("Knowsley");
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Examples.pictures("Knowsley")).isEqualTo(here);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Examples.pictures("Knowsley")).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void coloursComeFromClassesAlone() {
    each(
        "Knowsley",
        (kind, drawn) -> {
          for (Element element : drawn.all()) {
            COLOURS.forEach(name -> assertThat(element.hasAttribute(name)).as(kind).isFalse());
            assertThat(element.getAttribute("fill")).as(kind).matches("|url\\(#picture-unknown\\)");
          }
        });
  }

  @Test
  void everyClassHasAStyle() {
    Set<String> styled = PicturesStyle.read().classes();
    each(
        "Knowsley",
        (kind, drawn) -> {
          Set<String> used =
              drawn.all().stream()
                  .flatMap(element -> Drawn.classes(element).stream())
                  .filter(css -> !css.isEmpty())
                  .collect(Collectors.toSet());
          // Plain labels have the colour of all text.
          used.remove("label");
          assertThat(styled).as(kind).containsAll(used);
        });
  }

  @Test
  void idsOfAPictureBeginWithItsOwn() {
    each(
        "Knowsley",
        (kind, drawn) ->
            assertThat(drawn.all())
                .as(kind)
                .allMatch(element -> element.getAttribute("id").matches("|picture-[a-z]+"))
                .filteredOn(element -> element.hasAttribute("id"))
                .extracting(element -> element.getAttribute("id"))
                .doesNotHaveDuplicates());
  }

  @Test
  void everythingIsInsideThePicture() {
    each(
        "Knowsley",
        (kind, drawn) -> {
          double width = Drawn.number(drawn.svg(), "width");
          double height = Drawn.number(drawn.svg(), "height");
          for (String element : List.of("rect", "text", "circle", "line")) {
            for (Element drawnElement : drawn.named(element)) {
              assertInside(drawnElement, List.of("x", "x1", "x2", "cx"), width);
              assertInside(drawnElement, List.of("y", "y1", "y2", "cy"), height);
            }
          }
        });
  }

  private static void assertInside(Element element, List<String> attributes, double end) {
    for (String attribute : attributes) {
      if (element.hasAttribute(attribute)) {
        assertThat(Drawn.number(element, attribute)).isBetween(0.0, end);
      }
    }
  }
}
