package org.gradeline.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.gradeline.normalising.RecordBlock;
import org.gradeline.pipeline.ShuffledBlock.Stored;
import org.gradeline.storage.Location;

/** The file that holds a slice's blocks while the shuffle carries their places. Not thread safe. */
final class BlockFile implements Closeable {
  private final Location file;
  private final OutputStream out;
  private long position;

  /**
   * @param folder the folder of all such files
   */
  BlockFile(Location folder) throws IOException {
    this.file = folder.resolve(UUID.randomUUID().toString());
    this.out = file.create();
  }

  /** Adds a block; it can be read when the file is closed. */
  Stored add(RecordBlock block) throws IOException {
    Stored stored = new Stored(file, position, block.size());
    out.write(block.bytes());
    position += block.size();
    return stored;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
