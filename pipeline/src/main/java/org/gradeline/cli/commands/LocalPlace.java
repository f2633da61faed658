package org.gradeline.cli.commands;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the place of a file or folder from the command line. It must be on this machine. */
final class LocalPlace {
  /** A drive of Windows is one letter. With one slash alone it would be a local folder "s3:". */
  private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/+");

  private LocalPlace() {}

  /** Reads the path of a folder. */
  static final class OfFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return Path.of(local(text, "a local folder"));
    }
  }

  /** Reads the path of a file. */
  static final class OfFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return Path.of(local(text, "a local file"));
    }
  }

  /** Reads a path or a pattern of paths. */
  static final class OfPattern implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return local(text, "a local file or folder");
    }
  }

  private static String local(String text, String remedy) {
    Matcher elsewhere = ELSEWHERE.matcher(text);
    if (elsewhere.lookingAt()) {
      throw new TypeConversionException(
          "'"
              + text
              + "': places such as "
              + elsewhere.group()
              + " cannot be used yet. Name "
              + remedy
              + ".");
    }
    return text;
  }
}
