package org.gradeline.pipeline;

import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.gradeline.reading.Chunk;
import org.gradeline.reading.ScannedChunk;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Slices;
import org.gradeline.reading.Source;
import org.gradeline.reading.text.ChunkScan;

/**
 * Sources to slices that workers read at the same time. A large text file is scanned in chunks for
 * the ends of its records, each by a worker of its own.
 */
final class FindSlices extends PTransform<PCollection<Source>, PCollection<Slice>> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<Slice> WHOLE = new TupleTag<>() {};
  private static final TupleTag<Chunk> CHUNKS = new TupleTag<>() {};

  private final transient PCollectionView<RunPlan> planView;
  private final boolean large;

  /**
   * @param planView the plan of the run
   * @param large whether any source is larger than a slice
   */
  FindSlices(PCollectionView<RunPlan> planView, boolean large) {
    this.planView = planView;
    this.large = large;
  }

  @Override
  public PCollection<Slice> expand(PCollection<Source> sources) {
    PCollectionTuple found =
        sources.apply(
            "Divide sources",
            ParDo.of(new DivideSources(planView))
                .withSideInputs(planView)
                .withOutputTags(WHOLE, TupleTagList.of(CHUNKS)));
    PCollection<Slice> whole = found.get(WHOLE).setCoder(SerializableCoder.of(Slice.class));
    PCollection<Chunk> chunks = found.get(CHUNKS).setCoder(SerializableCoder.of(Chunk.class));
    if (!large) {
      return whole;
    }
    PCollection<Slice> cut =
        chunks
            .apply("Spread chunks", Reshuffle.viaRandomKey())
            .apply("Scan chunks", ParDo.of(new ScanChunks()))
            .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(ScannedChunk.class)))
            .apply("Group by source", GroupByKey.create())
            .apply("Cut slices", ParDo.of(new CutSlices()))
            .setCoder(SerializableCoder.of(Slice.class))
            .apply("Spread slices", Reshuffle.viaRandomKey());
    return PCollectionList.of(whole).and(cut).apply("Flatten slices", Flatten.pCollections());
  }

  /** Gives small sources as they are, and large ones in chunks. */
  private static final class DivideSources extends DoFn<Source, Slice> {
    private static final long serialVersionUID = 1L;
    private final PCollectionView<RunPlan> planView;

    DivideSources(PCollectionView<RunPlan> planView) {
      this.planView = planView;
    }

    @ProcessElement
    public void divide(ProcessContext context, @Element Source source, MultiOutputReceiver out) {
      RunPlan plan = context.sideInput(planView);
      List<Chunk> chunks = Slices.chunks(source, plan.sliceBytes(), plan.layouts());
      if (chunks.isEmpty()) {
        out.get(WHOLE).output(Slice.whole(source));
      }
      chunks.forEach(out.get(CHUNKS)::output);
    }
  }

  /** Scans chunks, and gives what was found by the position of their source. */
  private static final class ScanChunks extends DoFn<Chunk, KV<Integer, ScannedChunk>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void scan(@Element Chunk chunk, OutputReceiver<KV<Integer, ScannedChunk>> out) {
      out.output(KV.of(chunk.source().position(), ChunkScan.of(chunk)));
    }
  }

  /** Makes the slices of a source from all its scanned chunks. */
  private static final class CutSlices extends DoFn<KV<Integer, Iterable<ScannedChunk>>, Slice> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void cut(
        @Element KV<Integer, Iterable<ScannedChunk>> source, OutputReceiver<Slice> out) {
      Slices.of(source.getValue()).forEach(out::output);
    }
  }
}
