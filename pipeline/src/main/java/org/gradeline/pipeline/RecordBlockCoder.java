package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.gradeline.normalising.RecordBlock;

/**
 * Sends blocks of records as the bytes that they are. Deterministic: equal blocks have equal bytes.
 * Safe for many threads.
 */
public final class RecordBlockCoder extends AtomicCoder<RecordBlock> {
  private static final long serialVersionUID = 1L;
  private static final RecordBlockCoder CODER = new RecordBlockCoder();
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  private RecordBlockCoder() {}

  /** The coder. */
  public static RecordBlockCoder of() {
    return CODER;
  }

  @Override
  public void encode(RecordBlock block, OutputStream out) throws IOException {
    BYTES.encode(block.bytes(), out);
  }

  @Override
  public RecordBlock decode(InputStream in) throws IOException {
    return RecordBlock.of(BYTES.decode(in));
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
