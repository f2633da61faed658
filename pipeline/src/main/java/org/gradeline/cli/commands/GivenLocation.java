package org.gradeline.cli.commands;

import java.nio.file.Path;
import org.gradeline.storage.Location;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads from the command line where files and folders are. */
final class GivenLocation {
  private GivenLocation() {}

  /** Reads a path, or a place such as {@code s3://bucket/data}. */
  static final class Anywhere implements ITypeConverter<Location> {
    @Override
    public Location convert(String text) {
      return Location.of(text);
    }
  }

  /** Reads the path of a file that is written to bit by bit, which only this machine can. */
  static final class OnThisMachine implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return onThisMachine(text);
    }
  }

  private static Path onThisMachine(String text) {
    Location place = Location.of(text);
    if (!place.isLocal()) {
      throw new TypeConversionException(
          "'" + text + "': nothing can be added to a file there. Name a local file.");
    }
    return place.path();
  }
}
