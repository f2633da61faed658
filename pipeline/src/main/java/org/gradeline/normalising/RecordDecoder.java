package org.gradeline.normalising;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads the records that a {@link RecordEncoder} has written. */
final class RecordDecoder {
  private final byte[] bytes;
  private int position;
  private final List<String> texts = new ArrayList<>();

  RecordDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasNext() {
    return position < bytes.length;
  }

  CouncilRecord next() {
    int kind = integer();
    int council = integer();
    int source = integer();
    long lineNumber = number();
    PartialDate start = date();
    PartialDate published = date();
    if (kind == RecordEncoder.VISIT) {
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
