package org.gradeline.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.storage.Location;

/** Keeps what a single step made where the result of a run is, for a test to read. */
final class KeepRunPart extends DoFn<RunPart, Void> {
  private static final long serialVersionUID = 1L;
  private final Location result;

  KeepRunPart(Location result) {
    this.result = result;
  }

  @ProcessElement
  public void keep(@Element RunPart part) throws IOException {
    try (OutputStream out = result.create()) {
      RunPartCoder.of().encode(part, out);
    }
  }
}
