package org.gradeline.site.charts;

import java.util.List;
import org.gradeline.site.charts.Svg.Anchor;

/**
 * A row of blocks, one for each grade.
 *
 * @param scale where days are
 * @param top upper edge of the blocks, in pixels
 * @param height height of the blocks, in pixels
 * @param overhang how far the line of a new framework stands out above and below, in pixels
 * @param size of the text, in pixels
 */
record BlockRow(DayScale scale, double top, double height, double overhang, double size) {
  /** Between two blocks, in pixels. */
  static final double GAP = 2;

  private static final double PADDING = 6;
  private static final double LEAST_WIDTH = 1;

  /** Draws blocks, each with its name if there is room, else with its letter. */
  void drawNamed(Svg svg, List<GradeBlock> blocks) {
    draw(svg, blocks, true);
  }

  /** Draws blocks, each with its letter if there is room. */
  void drawLettered(Svg svg, List<GradeBlock> blocks) {
    draw(svg, blocks, false);
  }

  private void draw(Svg svg, List<GradeBlock> blocks, boolean named) {
    for (GradeBlock block : blocks) {
      if (block.period().overlaps(scale.axis())) {
        draw(svg, block, named);
      }
    }
  }

  private void draw(Svg svg, GradeBlock block, boolean named) {
    double x = scale.x(block.from());
    double width = Math.max(LEAST_WIDTH, scale.end(block.period(), GAP) - x);
    svg.rect(block.mark().areaClass(), x, top, width, height, block.hover());
    inscription(block.mark(), width, named)
        .draw(svg, block.mark(), x + width / 2, top + height / 2);
    if (block.newTest() && !block.from().isBefore(scale.axis().from())) {
      svg.line("new-test", x - GAP / 2, top - overhang, x - GAP / 2, top + height + overhang);
    }
  }

  /** The name, if need be smaller and in two lines; else the letter; else nothing. */
  private Inscription inscription(GradeMark mark, double width, boolean named) {
    if (named) {
      double room = width - 2 * PADDING;
      if (Lettering.width(mark.label(), size) <= room) {
        return new Inscription(List.of(mark.label()), size);
      }
      List<String> lines = Lettering.lines(mark.label(), Lettering.SMALL, room);
      if (lines.size() <= 2
          && lines.stream().allMatch(line -> Lettering.width(line, Lettering.SMALL) <= room)) {
        return new Inscription(lines, Lettering.SMALL);
      }
    }
    boolean fits = Lettering.width(mark.letter(), size) + 2 <= width;
    return new Inscription(fits ? List.of(mark.letter()) : List.of(), size);
  }

  /** What is written on a block. */
  private record Inscription(List<String> lines, double size) {
    private static final double LINE = 12;

    private void draw(Svg svg, GradeMark mark, double middle, double height) {
      String css = mark.textClass() + (size < Lettering.SIZE ? " small" : "");
      double line = height - (lines.size() - 1) * LINE / 2;
      for (String text : lines) {
        // The style sheet has texts on blocks begin at their middle: a page has hundreds.
        svg.text(css, Anchor.START, middle, Lettering.baseline(line, size), text);
        line += LINE;
      }
    }
  }
}
