package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.number;
import static org.gradeline.site.charts.Examples.CITY;
import static org.gradeline.site.charts.Examples.GOOD;
import static org.gradeline.site.charts.Examples.NORTHUMBERLAND;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.ProjectReports;
import org.gradeline.site.charts.HexMap.Area;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The map, of a few areas and of all of England. */
class HexMapTest {
  private static Drawn draw(List<Area> areas) {
    return Drawn.of(HexMap.svg(Examples.caption("Most are good"), areas));
  }

  private static List<Area> england() {
    List<Area> areas = new ArrayList<>();
    for (CSVRecord row :
        ProjectReports.read(ProjectReports.DATA.resolve("reference").resolve("hexes.csv"))) {
      areas.add(
          new Area(
              HexMap.Ground.of(row.get("outline")), GOOD, row.get("la_code"), row.get("la_code")));
    }
    return areas;
  }

  /** The corners of each ring of a path whose corners are relative to those before. */
  private static List<List<Point2D>> rings(Element path) {
    List<List<Point2D>> rings = new ArrayList<>();
    for (String ring : path.getAttribute("d").split("[Mz]+", -1)) {
      if (ring.isEmpty()) {
        continue;
      }
      String[] numbers = ring.replace('l', ' ').replace("-", " -").strip().split("\\s+", -1);
      List<Point2D> corners = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (int i = 0; i < numbers.length; i += 2) {
        x += Double.parseDouble(numbers[i]);
        y += Double.parseDouble(numbers[i + 1]);
        corners.add(new Point2D.Double(x, y));
      }
      rings.add(corners);
    }
    return rings;
  }

  private static Path2D shape(Element path) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (List<Point2D> ring : rings(path)) {
      shape.moveTo(ring.get(0).getX(), ring.get(0).getY());
      ring.forEach(corner -> shape.lineTo(corner.getX(), corner.getY()));
      shape.closePath();
    }
    return shape;
  }

  private static Element area(Drawn drawn, String href) {
    return drawn.named("a").stream()
        .filter(link -> link.getAttribute("href").equals(href))
        .map(HexMapTest::path)
        .findFirst()
        .orElseThrow();
  }

  private static Element path(Element link) {
    return (Element) link.getElementsByTagName("path").item(0);
  }

  @Test
  void aHexagonsOutlineKeepsItsShape() {
    Drawn drawn = draw(List.of(new Area(HexMap.Ground.of(CITY), GOOD, "City of London", "201")));

    List<Point2D> corners = rings(drawn.withClass("area").get(0)).get(0);

    // All six sides are as long as one another, whatever the rounding to tenths of pixels.
    assertThat(corners).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(corners.get(i).distance(corners.get((i + 1) % 6)))
          .isCloseTo(4 / Math.sqrt(3), within(0.1));
    }
  }

  @Test
  void roundingDoesNotAddUpAlongAnOutline() {
    List<Point2D> corners =
        rings(
                draw(List.of(new Area(HexMap.Ground.of(NORTHUMBERLAND), GOOD, "N", "929")))
                    .withClass("area")
                    .get(0))
            .get(0);
    Point2D first = corners.get(0);
    Point2D last = corners.get(corners.size() - 1);

    // From M130,33 to 131,30Z: 2 pixels to the right, and 3 steps of 1.1547 pixels up.
    assertThat(last.getX() - first.getX()).isCloseTo(2, within(0.001));
    assertThat(last.getY() - first.getY()).isCloseTo(-3 * 2 / Math.sqrt(3), within(0.1));
  }

  @Test
  void northIsUpAndWestIsLeft() {
    Drawn drawn = draw(england());
    Path2D northumberland = shape(area(drawn, "929"));
    Path2D london = shape(area(drawn, "201"));
    Path2D cornwall = shape(area(drawn, "908"));

    assertThat(northumberland.getBounds2D().getMaxY()).isLessThan(london.getBounds2D().getMinY());
    assertThat(london.getBounds2D().getMaxY()).isLessThan(cornwall.getBounds2D().getMinY());
    assertThat(cornwall.getBounds2D().getMaxX()).isLessThan(london.getBounds2D().getMinX());
  }

  @Test
  void allOfEnglandIsInsideThePicture() {
    Drawn drawn = draw(england());

    assertThat(drawn.svg().getAttribute("width")).isEqualTo("588");
    for (Element area : drawn.withClass("area")) {
      assertThat(shape(area).getBounds2D().getMinX()).isGreaterThanOrEqualTo(3.99);
      assertThat(shape(area).getBounds2D().getMaxX()).isLessThanOrEqualTo(584.01);
      assertThat(shape(area).getBounds2D().getMaxY())
          .isLessThanOrEqualTo(number(drawn.svg(), "height") - 3.99);
    }
  }

  @Test
  void lettersAreInsideTheirAreas() {
    int letters = 0;
    for (Element link : draw(england()).named("a")) {
      if (link.getElementsByTagName("text").getLength() == 1) {
        Element letter = (Element) link.getElementsByTagName("text").item(0);
        // A capital of 11 pixels is about 8 high and stands on its baseline.
        double middle = number(letter, "y") - 4;
        assertThat(shape(path(link)).contains(number(letter, "x") - 4, middle - 4, 8, 8))
            .as(link.getAttribute("href"))
            .isTrue();
        letters++;
      }
    }
    assertThat(letters).isGreaterThan(140);
  }

  @Test
  void aHexagonIsTooSmallForALetter() {
    assertThat(
            draw(List.of(new Area(HexMap.Ground.of(CITY), GOOD, "City", "201")))
                .named("a")
                .get(0)
                .getTextContent())
        .isEqualTo("City: Good");
  }

  @Test
  void aHexagonCanBePointedAt() {
    Drawn drawn = draw(Examples.areas("City of London"));
    Element target = drawn.withClass("target").get(0);
    // Last, lest its neighbours cover it.
    Path2D city = shape(drawn.withClass("tiny").get(0));

    assertThat(drawn.named("a").get(1).getTextContent()).startsWith("City of London");
    assertThat(drawn.withClass("target")).hasSize(1);
    assertThat(drawn.withClass("tiny")).hasSize(1);
    assertThat(number(target, "cx")).isCloseTo(city.getBounds2D().getCenterX(), within(0.06));
    assertThat(number(target, "cy")).isCloseTo(city.getBounds2D().getCenterY(), within(0.06));
  }

  @Test
  void aCityInsideACountyIsNotPaintedOver() {
    Drawn drawn = draw(england());
    Element leicestershire = area(drawn, "855");
    Path2D leicester = shape(area(drawn, "856"));

    assertThat(rings(leicestershire)).hasSize(2);
    double x = leicester.getBounds2D().getCenterX();
    double y = leicester.getBounds2D().getCenterY();
    assertThat(shape(leicestershire).contains(x, y)).isFalse();
  }

  @Test
  void anAreaIsALinkThatSaysItsGrade() {
    Drawn drawn = draw(Examples.areas("City of London"));
    Element link = drawn.named("a").get(0);

    assertThat(link.getAttribute("href")).isEqualTo("councils/929.html?a=1&b=2");
    assertThat(link.getFirstChild().getTextContent()).isEqualTo("Northumberland: Good");
    assertThat(drawn.named("a").get(1).getTextContent()).isEqualTo("City of London: no grade yet");
    assertThat(drawn.texts()).contains("No grade yet");
  }

  @Test
  void ifAllHaveGradesTheLegendDoesNotSpeakOfNone() {
    assertThat(draw(england()).texts()).doesNotContain("No grade yet");
  }

  @Test
  void whatIsNotAnOutlineIsRefused() {
    for (String outline : List.of("", "M", "M1,2 3Z", "M1,a 2,3Z")) {
      assertThatThrownBy(() -> draw(List.of(new Area(HexMap.Ground.of(outline), GOOD, "A", "a"))))
          .as(outline)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
