package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.storage.Location;

/**
 * Sends blocks of records as the bytes that they are, or as the place where they are stored.
 * Deterministic: equal blocks have equal bytes. Safe for many threads.
 */
final class ShuffledBlockCoder extends AtomicCoder<ShuffledBlock> {
  private static final long serialVersionUID = 1L;
  private static final ShuffledBlockCoder CODER = new ShuffledBlockCoder();
  private static final int CARRIED = 0;
  private static final int STORED = 1;
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();
  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final VarLongCoder POSITION = VarLongCoder.of();
  private static final VarIntCoder COUNT = VarIntCoder.of();

  private ShuffledBlockCoder() {}

  /** The coder. */
  static ShuffledBlockCoder of() {
    return CODER;
  }

  @Override
  public void encode(ShuffledBlock block, OutputStream out) throws IOException {
    if (block instanceof ShuffledBlock.Stored stored) {
      out.write(STORED);
      TEXT.encode(stored.file().text(), out);
      POSITION.encode(stored.from(), out);
      COUNT.encode(stored.bytes(), out);
    } else {
      out.write(CARRIED);
      BYTES.encode(block.records().bytes(), out);
    }
  }

  @Override
  public ShuffledBlock decode(InputStream in) throws IOException {
    return switch (in.read()) {
      case CARRIED -> new ShuffledBlock.Carried(RecordBlock.of(BYTES.decode(in)));
      case STORED ->
          new ShuffledBlock.Stored(
              Location.of(TEXT.decode(in)), POSITION.decode(in), COUNT.decode(in));
      default -> throw new IOException("the bytes are not those of a block of records");
    };
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
