package org.gradeline.cli.running;

import java.lang.reflect.Field;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;

/**
 * Why a runner's job ended. Beam tells its state alone; where the runner's result holds Flink's
 * client of the job, that is asked for the cause.
 */
final class RunnerCause {
  private RunnerCause() {}

  /** The innermost cause that has words of its own; empty when the runner does not tell. */
  static String of(PipelineResult result) {
    String words = "";
    for (Throwable cause = failure(result); cause != null; cause = cause.getCause()) {
      // A time that ran out, or a future that failed, does not say at what.
      boolean tells = !cause.getClass().getPackageName().startsWith("java.util.concurrent");
      if (tells && cause.getMessage() != null) {
        words = cause.getMessage();
      }
    }
    return words;
  }

  private static @Nullable Throwable failure(PipelineResult result) {
    try {
      Field client = result.getClass().getDeclaredField("jobClient");
      client.setAccessible(true);
      Object job = client.get(result);
      Object ended =
          Class.forName("org.apache.flink.core.execution.JobClient")
              .getMethod("getJobExecutionResult")
              .invoke(job);
      ((Future<?>) ended).get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (ReflectiveOperationException | InterruptedException | RuntimeException e) {
      return null;
    }
  }
}
