package org.gradeline.site.charts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet of the pictures. */
record PicturesStyle(String css) {
  private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
  private static final String DARK = "(prefers-color-scheme: dark)";

  static PicturesStyle read() {
    try (InputStream file =
        PicturesStyle.class.getResourceAsStream("/org/gradeline/site/pictures.css")) {
      return new PicturesStyle(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes that have a rule, and the kinds of pictures, which need none. */
  Set<String> classes() {
    Set<String> classes =
        new HashSet<>(
            Examples.pictures("").keySet().stream().map(kind -> "picture-" + kind).toList());
    Matcher matcher = CLASS.matcher(css);
    while (matcher.find()) {
      classes.add(matcher.group(1));
    }
    return classes;
  }

  /** The colours on a light page, by the names of their properties. */
  Map<String, Integer> light() {
    return colours(css.substring(0, css.indexOf(DARK)));
  }

  /** The colours on a dark page. */
  Map<String, Integer> dark() {
    return colours(css.substring(css.indexOf(DARK)));
  }

  private static Map<String, Integer> colours(String part) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(part);
    while (matcher.find()) {
      colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }

  /** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
  static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
