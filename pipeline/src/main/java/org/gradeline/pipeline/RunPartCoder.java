package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.util.VarInt;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;

/** Sends what workers made as the bytes that it writes. Safe for many threads. */
final class RunPartCoder extends AtomicCoder<RunPart> {
  private static final long serialVersionUID = 1L;
  private static final RunPartCoder CODER = new RunPartCoder();
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  private RunPartCoder() {}

  /** The coder. */
  static RunPartCoder of() {
    return CODER;
  }

  @Override
  public void encode(RunPart part, OutputStream out) throws IOException {
    CountsOutput counts = new CountsOutput();
    part.write(counts);
    VarInt.encode(counts.size(), out);
    counts.writeTo(out);
  }

  @Override
  public RunPart decode(InputStream in) throws IOException {
    return RunPart.read(new CountsInput(BYTES.decode(in)));
  }
}
