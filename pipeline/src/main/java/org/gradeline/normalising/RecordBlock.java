package org.gradeline.normalising;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Many normalised records as one array of bytes: what travels between workers. Numbers are written
 * in as few bytes as they need, and a text that came before as its number.
 */
public final class RecordBlock {
  private static final int INSPECTION = 0;
  private static final int VISIT = 1;

  private RecordBlock() {}

  /** Takes records and gives their bytes. */
  public static final class Writer {
    private byte[] bytes = new byte[1024];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>();

    /** How many bytes the records have so far. */
    public int size() {
      return size;
    }

    /** The bytes of all records since the last call; then begins anew. */
    public byte[] take() {
      byte[] taken = Arrays.copyOf(bytes, size);
      size = 0;
      texts.clear();
      return taken;
    }

    /** Adds a record. */
    public void add(CouncilRecord record) {
      if (record instanceof Inspection inspection) {
        add(inspection);
      } else if (record instanceof Visit visit) {
        add(visit);
      }
      number(record.findings().size());
      for (Finding finding : record.findings()) {
        text(finding.theme());
        text(finding.kind());
        text(finding.text());
      }
    }

    private void head(int kind, CouncilRecord record) {
      number(kind);
      number(record.council());
      number(record.source());
      number(record.lineNumber());
      date(record.start());
      date(record.published());
    }

    private void add(Inspection inspection) {
      head(INSPECTION, inspection);
      number(inspection.framework());
      text(inspection.type());
      date(inspection.end());
      text(inspection.report());
      number(inspection.unreadableAreas());
      number(inspection.judgements().size());
      for (Judgement judgement : inspection.judgements()) {
        number(judgement.area());
        number(judgement.rank());
        text(judgement.wording());
      }
    }

    private void add(Visit visit) {
      head(VISIT, visit);
      number(visit.type());
      text(visit.theme());
      text(visit.report());
    }

    private void date(@Nullable PartialDate date) {
      number(date == null ? 0 : date.packed());
    }

    private void number(long number) {
      reserve(10);
      long rest = number;
      while ((rest & ~0x7FL) != 0) {
        bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    private void text(String text) {
      Integer known = texts.putIfAbsent(text, texts.size());
      if (known != null) {
        number(known);
        return;
      }
      number(texts.size() - 1L);
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      number(encoded.length);
      reserve(encoded.length);
      System.arraycopy(encoded, 0, bytes, size, encoded.length);
      size += encoded.length;
    }

    private void reserve(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
      }
    }
  }

  /**
   * Reads the records of a block.
   *
   * @param block bytes of a {@link Writer}
   * @param records takes each record, in the order of writing
   */
  public static void read(byte[] block, Consumer<CouncilRecord> records) {
    Reader reader = new Reader(block);
    while (reader.position < block.length) {
      records.accept(reader.next());
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int position;
    private final List<String> texts = new ArrayList<>();

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    CouncilRecord next() {
      int kind = integer();
      int council = integer();
      int source = integer();
      long lineNumber = number();
      PartialDate start = date();
      PartialDate published = date();
      if (kind == VISIT) {
        int type = integer();
        String theme = text();
        return new Visit(
            council, type, start, published, theme, text(), findings(), source, lineNumber);
      }
      if (published == null) {
        throw new IllegalStateException("an inspection without a publication date was written");
      }
      int framework = integer();
      String type = text();
      PartialDate end = date();
      String report = text();
      long unreadableAreas = number();
      int count = integer();
      List<Judgement> judgements = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        judgements.add(new Judgement(integer(), integer(), text(), source, lineNumber));
      }
      return new Inspection(
          council,
          framework,
          type,
          start,
          end,
          published,
          report,
          judgements,
          unreadableAreas,
          findings(),
          source,
          lineNumber);
    }

    private List<Finding> findings() {
      int count = integer();
      List<Finding> findings = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        findings.add(new Finding(text(), text(), text()));
      }
      return findings;
    }

    private @Nullable PartialDate date() {
      int packed = integer();
      return packed == 0 ? null : new PartialDate(packed);
    }

    private int integer() {
      return Math.toIntExact(number());
    }

    private long number() {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[position++];
        number |= (b & 0x7FL) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }

    private String text() {
      int known = integer();
      if (known < texts.size()) {
        return texts.get(known);
      }
      int length = integer();
      String text = new String(bytes, position, length, StandardCharsets.UTF_8);
      position += length;
      texts.add(text);
      return text;
    }
  }
}
