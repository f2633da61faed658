package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written into a block is read from it, whatever the records are. */
class RecordBlockTest {

  @Property(tries = 300)
  void recordsComeBackAsTheyWereAndInTheirOrder(@ForAll("records") List<CouncilRecord> records) {
    RecordBlock.Writer writer = new RecordBlock.Writer();
    records.forEach(writer::add);

    assertThat(writer.take().records()).isEqualTo(records);
  }

  @Property(tries = 300)
  void everyBlockOfAWriterStandsAlone(
      @ForAll("records") List<CouncilRecord> first, @ForAll("records") List<CouncilRecord> second) {
    RecordBlock.Writer writer = new RecordBlock.Writer();
    first.forEach(writer::add);
    RecordBlock block = writer.take();
    assertThat(writer.size()).isZero();
    second.forEach(writer::add);

    assertThat(block.records()).isEqualTo(first);
    assertThat(writer.take().records()).isEqualTo(second);
  }

  @Property(tries = 300)
  void theSizeIsThatOfTheBytesAndEqualRecordsGiveEqualBlocks(
      @ForAll("records") List<CouncilRecord> records) {
    RecordBlock.Writer one = new RecordBlock.Writer();
    RecordBlock.Writer other = new RecordBlock.Writer();
    records.forEach(one::add);
    records.forEach(other::add);

    int size = one.size();
    RecordBlock block = one.take();

    assertThat(block.size()).isEqualTo(size);
    assertThat(block).isEqualTo(other.take());
    assertThat(block.bytes()).hasSize(size);
  }

  @Test
  void aBlockMayBeEmpty() {
    assertThat(new RecordBlock.Writer().take()).isEqualTo(RecordBlock.of(new byte[0]));
    assertThat(new RecordBlock.Writer().take().isEmpty()).isTrue();
    assertThat(RecordBlock.of(new byte[0]).records()).isEmpty();
  }

  @Test
  void textsThatComeAgainAreWrittenOnce() {
    CouncilRecord inspection = Example.knowsley().inspection();
    RecordBlock.Writer writer = new RecordBlock.Writer();
    writer.add(inspection);
    int first = writer.size();
    for (int i = 1; i < 1_000; i++) {
      writer.add(inspection);
    }

    assertThat(writer.size()).isLessThan(1_000 * first);
    assertThat((writer.size() - first) / 999).isLessThan(first - "Inadequate".length());
    assertThat(writer.take().records()).hasSize(1_000).containsOnly(inspection);
  }

  @Property(tries = 100)
  void aBlockIsWhatItsBytesAre(@ForAll("records") List<CouncilRecord> records) {
    RecordBlock.Writer writer = new RecordBlock.Writer();
    records.forEach(writer::add);
    RecordBlock block = writer.take();

    RecordBlock copy = RecordBlock.of(block.bytes());

    assertThat(copy).isEqualTo(block).hasSameHashCodeAs(block);
    assertThat(copy.records()).isEqualTo(records);
    assertThat(block.isEmpty()).isEqualTo(records.isEmpty());
  }

  @Test
  void blocksOfOtherRecordsAreNotEqual() {
    assertThat(block(Example.knowsley().inspection()))
        .isEqualTo(block(Example.knowsley().inspection()))
        .isNotEqualTo(block(Example.devon().inspection()))
        .isNotEqualTo(RecordBlock.of(new byte[0]));
  }

  @Test
  void nobodyCanChangeABlock() {
    byte[] bytes = block(Example.knowsley().inspection()).bytes();
    RecordBlock block = RecordBlock.of(bytes);

    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(block.bytes(), (byte) 0);

    assertThat(block.records()).containsExactly(Example.knowsley().inspection());
  }

  private static RecordBlock block(CouncilRecord... records) {
    RecordBlock.Writer writer = new RecordBlock.Writer();
    List.of(records).forEach(writer::add);
    return writer.take();
  }

  @Provide
  Arbitrary<List<CouncilRecord>> records() {
    return Arbitraries.<CouncilRecord>oneOf(inspections(), visits()).list().ofMaxSize(20);
  }

  /** A record's place and what both kinds of record have. */
  private record Head(
      int council,
      int source,
      long lineNumber,
      @Nullable PartialDate start,
      List<Finding> findings) {}

  private static Arbitrary<Head> heads() {
    return Combinators.combine(
            Arbitraries.integers().between(0, Integer.MAX_VALUE),
            Arbitraries.integers().between(0, Integer.MAX_VALUE),
            Arbitraries.longs().between(1, Long.MAX_VALUE),
            dates().injectNull(0.3),
            findings())
        .as(Head::new);
  }

  private static Arbitrary<Inspection> inspections() {
    Arbitrary<List<Judgement>> judgements =
        Combinators.combine(
                Arbitraries.integers().between(0, 63),
                Arbitraries.integers().between(0, 9),
                texts())
            .as((area, rank, wording) -> new Judgement(area, rank, wording, 0, 0))
            .list()
            .ofMaxSize(7);
    return Combinators.combine(
            heads(),
            Arbitraries.integers().between(0, 1_000),
            texts(),
            dates().injectNull(0.3),
            dates(),
            texts(),
            judgements,
            Arbitraries.longs())
        .as(RecordBlockTest::inspection);
  }

  private static Inspection inspection(
      Head head,
      int framework,
      String type,
      @Nullable PartialDate end,
      PartialDate published,
      String report,
      List<Judgement> judgements,
      long unreadableAreas) {
    return new Inspection(
        head.council(),
        framework,
        type,
        head.start(),
        end,
        published,
        report,
        judgements.stream()
            .map(
                judgement ->
                    new Judgement(
                        judgement.area(),
                        judgement.rank(),
                        judgement.wording(),
                        head.source(),
                        head.lineNumber()))
            .toList(),
        unreadableAreas,
        head.findings(),
        head.source(),
        head.lineNumber());
  }

  private static Arbitrary<Visit> visits() {
    return Combinators.combine(
            heads(),
            Arbitraries.integers().between(0, 1_000),
            dates().injectNull(0.3),
            texts(),
            texts())
        .as(
            (head, type, published, theme, report) ->
                new Visit(
                    head.council(),
                    type,
                    head.start(),
                    published,
                    theme,
                    report,
                    head.findings(),
                    head.source(),
                    head.lineNumber()));
  }

  private static Arbitrary<List<Finding>> findings() {
    return Combinators.combine(texts(), texts(), texts()).as(Finding::new).list().ofMaxSize(3);
  }

  private static Arbitrary<PartialDate> dates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9999),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 28))
        .as(
            (year, month, day) ->
                new PartialDate(year * 10_000 + month * 100 + (month == 0 ? 0 : day)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "Good", "Inadequate", "short", "Children’s homes", "日本 \uD83D\uDC00"),
        Arbitraries.strings().withCharRange('\0', '\u07FF').ofMaxLength(40),
        Arbitraries.integers().between(100, 2_000).map("x"::repeat));
  }
}
