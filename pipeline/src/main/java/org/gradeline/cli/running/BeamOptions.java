package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.storage.Location;

/** The options that stand after {@code --}, with defaults of our own. */
public final class BeamOptions {
  /**
   * The runner's checks are for tests: they cost more than the work. With more workers than cores,
   * one of them only asks again and again for work. A Flink job that the command does not wait for
   * in one call can be cancelled.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--enforceImmutability", "false",
          "--enforceEncodability", "false",
          "--jobName", "gradeline",
          "--targetParallelism", Integer.toString(Runtime.getRuntime().availableProcessors()));

  private static final Map<String, String> FLINK_DEFAULTS = Map.of("--attachedMode", "false");

  /** Beam does not register these itself. */
  private static final String S3_OPTIONS = "org.apache.beam.sdk.io.aws2.options.S3Options";

  /** Every file that is being written takes this at once: 64 MB unless something else is said. */
  private static final Map<String, String> S3_DEFAULTS =
      Map.of("--s3UploadBufferSizeBytes", Integer.toString(5 << 20));

  /** The build's profile that brings a file system. */
  private static final Map<String, String> PROFILES =
      Map.of("s3", "s3", "hdfs", "hdfs", "gs", "gcs");

  private BeamOptions() {}

  /**
   * Reads the options.
   *
   * @throws UsageException when Beam does not know one of them
   */
  public static GradelineOptions of(List<String> beam) throws UsageException {
    List<String> all = new ArrayList<>(beam);
    Map<String, String> defaults = new LinkedHashMap<>(DEFAULTS);
    if (beam.stream().anyMatch(option -> option.matches("--runner=.*Flink.*"))) {
      defaults.putAll(FLINK_DEFAULTS);
    }
    if (hasS3()) {
      defaults.putAll(S3_DEFAULTS);
    }
    defaults.forEach(
        (name, value) -> {
          if (beam.stream().noneMatch(option -> option.startsWith(name))) {
            all.add(name + "=" + value);
          }
        });
    try {
      PipelineOptionsFactory.register(GradelineOptions.class);
      PipelineOptionsFactory.register(DirectOptions.class);
      PipelineOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(new String[0])).create();
      options.as(DirectOptions.class).setBlockOnRun(false);
      return options.as(GradelineOptions.class);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Beam does not accept an option after '--': " + e.getMessage());
    }
  }

  private static boolean hasS3() {
    try {
      PipelineOptionsFactory.register(Class.forName(S3_OPTIONS).asSubclass(PipelineOptions.class));
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether the run stays in this process. */
  static boolean isDirect(PipelineOptions options) {
    return options.getRunner().equals(DirectRunner.class);
  }

  /**
   * Lets Beam's file systems know the options, such as the region of a store.
   *
   * @param places the places elsewhere that the command names
   * @throws UsageException when Beam does not know one of the options, or has no file system of a
   *     place
   */
  public static void applyToFileSystems(List<String> beam, List<Location> places)
      throws UsageException {
    FileSystems.setDefaultPipelineOptions(of(beam));
    for (Location place : places) {
      if (!place.isReachable()) {
        throw new UsageException(
            ("%s: this program was built without the file system of %s://. Name a local place, or"
                    + " build it with the profile %s.")
                .formatted(
                    place,
                    place.scheme(),
                    PROFILES.getOrDefault(place.scheme(), "s3, hdfs or gcs")));
      }
    }
  }
}
