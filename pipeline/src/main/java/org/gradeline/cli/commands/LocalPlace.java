package org.gradeline.cli.commands;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the place of a file or folder from the command line. It must be on this machine. */
final class LocalPlace {
  /** A drive of Windows is one letter. */
  private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+://).*");

  private LocalPlace() {}

  /** Reads a path. */
  static final class OfPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return Path.of(local(text));
    }
  }

  /** Reads a path or a pattern of paths. */
  static final class OfPattern implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return local(text);
    }
  }

  private static String local(String text) {
    Matcher url = URL.matcher(text);
    if (url.matches()) {
      throw new TypeConversionException(
          "'"
              + text
              + "': places such as "
              + url.group(1)
              + " cannot be used yet. Name a local folder.");
    }
    return text;
  }
}
