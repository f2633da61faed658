package org.gradeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link ProjectReports} of one run with no options, which all classes share, as
 * none of them changes it.
 */
public final class OneRun implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OneRun.class);

  /** The run, which goes with the last test. */
  private record Shared(ProjectReports reports) implements AutoCloseable {
    static Shared make() {
      try {
        return new Shared(ProjectReports.run(Files.createTempDirectory("gradeline-reports")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      Path folder = reports.folder();
      PathUtils.deleteDirectory(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(ProjectReports.class);
  }

  @Override
  public ProjectReports resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Shared.class, key -> Shared.make(), Shared.class)
        .reports();
  }
}
