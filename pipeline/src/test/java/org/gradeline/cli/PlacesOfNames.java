package org.gradeline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Places of a file where a text cannot be assigned to a known column: footers, rows that are broken
 * in some way, columns and keys that are neither field nor area.
 */
final class PlacesOfNames {
  private static final String TOO_LONG = "x".repeat(1 << 20);

  static final String HEADER =
      "la_code,council,framework,inspection_type,published_date,overall_effectiveness";
  private static final String WITH_INSPECTOR = HEADER + ",inspector,";
  private static final String ROW = "370,Barnsley,cpi,full,2012-07-13,Good";
  private static final String RECORD =
      "{\"la_code\": \"370\", \"framework\": \"cpi\", \"published_date\": \"2012-07-13\"";
  private static final String GOOD_RECORD = RECORD + ", \"overall_effectiveness\": \"Good\"}";

  private PlacesOfNames() {}

  /**
   * A place.
   *
   * @param ending of its file's name
   * @param before the bytes before the text, in Latin-1
   * @param after the bytes after it
   */
  record Place(String ending, String before, String after) {
    /** The whole file with a text in that place. */
    byte[] with(String text) {
      byte[] plain = (before + text + after).getBytes(ISO_8859_1);
      return ending.endsWith(".gz") ? cutOff(plain) : plain;
    }
  }

  private static byte[] cutOff(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, true)) {
      gzip.write(plain);
      gzip.flush();
      return packed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Place row(String before, String after) {
    return new Place(".csv", HEADER + "\n" + ROW + "\n" + before, after + "\n" + ROW + "\n");
  }

  private static Place otherColumn(String before, String after) {
    return new Place(".csv", WITH_INSPECTOR + "\n" + before, after + "\n");
  }

  private static Place line(String before, String after) {
    return new Place(".jsonl", GOOD_RECORD + "\n" + before, after + "\n" + GOOD_RECORD + "\n");
  }

  private static Place record(String before, String after) {
    return new Place(
        ".json", "[" + GOOD_RECORD + ",\n" + before, after + ",\n" + GOOD_RECORD + "]");
  }

  /** Rows of CSV, below a header of known columns and below one with others. */
  static final List<Place> IN_ROWS =
      List.of(
          row("Lead inspector: ", ""),
          row("", ",,,,,"),
          row(",,,\"Lead inspector:\n", "\",,"),
          row(",inspector\n" + ROW + "\n,", ""),
          row("370,Barnsley,", ""),
          row(ROW + ",", ""),
          row("370,Barnsley,cpi,\"", "\" full,2012-07-13,Good"),
          row("370,\"Barnsley\" ,cpi,\"full\" \"", ",2012-07-13,Good"),
          row("370,Caf\u00E9,cpi,", ",2012-07-13,Good"),
          row("370,\0,cpi,", ",2012-07-13,Good"),
          row("", "," + TOO_LONG),
          row("370,\"", "," + TOO_LONG),
          new Place(".csv", HEADER + "\n" + ROW + "\n370,\"", "\n" + ROW + "\n"),
          new Place(".csv", "Lead inspector: ", "\n" + HEADER + "\n" + ROW + "\n"),
          new Place(".csv", HEADER + ",\"", "\"" + "x\n" + ROW + "\n"),
          new Place(".csv.gz", HEADER + "\n" + ROW + "\n", ""),
          new Place(".csv", "", "\n"),
          otherColumn(ROW + ",", ","),
          otherColumn(ROW + ",,", ""),
          otherColumn("999,Nowhere,cpi,full,2012-07-13,Good,", ","),
          otherColumn(ROW.replace("Good", "Goood") + ",", ",also here"),
          otherColumn(ROW + ",", ""),
          otherColumn(ROW + ",", ",,,"));

  /** Lines and records of JSON. */
  static final List<Place> IN_JSON =
      List.of(
          line("", ""),
          line("Lead inspector: ", ""),
          line("\"", "\""),
          line("{\"la_code\": \"370\", \"", "\"}"),
          line("{\"la_code\": \"370", "}"),
          line("{\"la_code\": ", "}"),
          line(RECORD + ", \"inspector\": \"", "\"}"),
          line(RECORD + ", \"inspector\": \"", "\", \"inspector\": \"\"}"),
          line("{\"theme\": \"caf\u00E9\", \"inspector\": \"", "\"}"),
          line("{\"theme\": \"\0\", \"inspector\": \"", "\"}"),
          line("{\"inspector\": \"", TOO_LONG + "\"}"),
          line(GOOD_RECORD + " {\"inspector\": \"", "\"}"),
          record("\"", "\""),
          record("[\"", "\"]"),
          record("{\"", "\": 1}"),
          record(RECORD + ", \"", "\": \"Good\"}"),
          record(RECORD + ", \"inspectors\": {\"", "\": \"lead\"}}"),
          record(RECORD + ", \"inspectors\": [{\"lead\": \"", "\"}]}"),
          record(RECORD + ", \"overall_effectiveness\": {\"by\": \"", "\"}}"),
          record(RECORD + ", \"judgements\": {\"", "\": \"Good\"}}"),
          record(RECORD + ", \"judgements\": {\"by\": \"", "\"}}"),
          record(RECORD + ", \"judgements\": {\"overall_effectiveness\": [\"", "\"]}}"),
          record(RECORD + ", \"judgements\": [{\"area\": \"lscb\", \"by\": \"", "\"}]}"),
          record(RECORD + ", \"judgements\": [{\"area\": {\"", "\": 1}}]}"),
          record(RECORD + ", \"judgements\": [\"", "\"]}"),
          record(RECORD + ", \"judgements\": \"", "\"}"),
          record(RECORD + ", \"findings\": [{\"kind\": \"x\", \"by\": \"", "\"}]}"),
          record(RECORD + ", \"findings\": [\"", "\"]}"),
          record(RECORD + ", \"findings\": \"", "\"}"),
          record(RECORD + ", \"notes\": " + "[".repeat(30) + "\"", "\"" + "]".repeat(30) + "}"),
          record("{\"theme\": \"\\ud83d\", \"inspector\": \"", "\"}"),
          record("{\"theme\": \"caf\u00E9\", \"inspector\": \"", "\"}"),
          new Place(".json", "[" + GOOD_RECORD + ", ", "]"),
          new Place(".json", "[" + GOOD_RECORD + ", {\"inspector\": \"", "}]"),
          new Place(".json", "[" + GOOD_RECORD + ", {\"inspector\" \"", "\"}]"),
          new Place(".json.gz", "[" + GOOD_RECORD + ", {\"inspector\": \"", ""));
}
