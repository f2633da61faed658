package org.gradeline.normalising;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as bytes. Numbers take as few bytes as they need, and a text that came before is
 * written as its number. {@link RecordDecoder} reads them again.
 */
final class RecordEncoder {
  static final int INSPECTION = 0;
  static final int VISIT = 1;

  private byte[] bytes = new byte[1024];
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();

  /** How many bytes the records have so far. */
  int size() {
    return size;
  }

  /** The bytes of all records since the last call; then begins anew. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    texts.clear();
    return taken;
  }

  /** Adds a record. */
  void add(CouncilRecord record) {
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
