package org.gradeline.cli.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;

/**
 * Holds for the direct runner of the version of Beam that is used: it tells of this by no means of
 * its own.
 */
class WorkerThreadsTest {
  /** A step that takes some seconds. */
  private static final class Sleep extends DoFn<Integer, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void sleep() throws InterruptedException {
      TimeUnit.SECONDS.sleep(3);
    }
  }

  @Test
  void areAtWorkWhileAStepGoesOnAndNotAfterwards() throws InterruptedException {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply(Create.of(1)).apply(ParDo.of(new Sleep()));
    PipelineResult result = pipeline.run();

    int seen = 0;
    for (int i = 0; i < 20; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      seen += WorkerThreads.areAtWork() ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(5);
    result.waitUntilFinish();
    TimeUnit.MILLISECONDS.sleep(200);
    assertThat(WorkerThreads.areAtWork()).isFalse();
  }
}
