package org.gradeline.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that all processes have under the same path.
 *
 * @param folder where the reports are
 */
record SharedDisk(Path folder) implements Storage {
  @Override
  public String data() {
    return DATA.toString();
  }

  @Override
  public String reports(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public Map<String, byte[]> published(String name) throws IOException {
    Path reports = folder.resolve(name);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(reports)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String file = reports.relativize(path).toString().replace('\\', '/');
        if (Storage.isTimeless(file)) {
          files.put(file, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }
}
