package org.gradeline.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The licences and notices that libraries carry in their jars. */
final class Notices {
  private static final Pattern TEXT =
      Pattern.compile("(?i)(?:.*/)?(?:(?:LICENSE|LICENCE|NOTICE|COPYING)[^/]*|AL2\\.0|LGPL2\\.1)");
  private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(?:class|java)");

  private Notices() {}

  /**
   * Copies them to a folder for each library.
   *
   * @param libraries the folder of the jars
   * @param folder where the folders go
   */
  static void copy(Path libraries, Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(libraries)) {
      jars = files.sorted().toList();
    }
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(Notices::isText).toList()) {
          copy(
              zip,
              entry,
              folder.resolve(String.valueOf(jar.getFileName()).replaceAll("\\.jar$", "")));
        }
      }
    }
  }

  private static boolean isText(ZipEntry entry) {
    String name = entry.getName();
    return TEXT.matcher(name).matches() && !PROGRAM.matcher(name).matches();
  }

  /** Under its name in the jar, which may have several with the same last part. */
  private static void copy(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    String name = entry.getName().replaceFirst("^META-INF/", "").replace('/', '-');
    Files.createDirectories(folder);
    try (InputStream in = zip.getInputStream(entry)) {
      Files.write(folder.resolve(name), in.readAllBytes());
    }
  }
}
