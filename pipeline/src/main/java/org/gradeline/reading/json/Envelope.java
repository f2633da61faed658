package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.reference.Layout;
import org.gradeline.reference.MachineLimit;

/**
 * What is around the records of a document: <code>{"data": [...]}</code> has them at "data". An
 * object with a key that a record has is a record itself, and no envelope. Immutable.
 *
 * @param lists the keys that lead to each list of records, at most two lists; none when the
 *     document is not an envelope
 */
record Envelope(List<List<String>> lists) {
  /** No envelope that people use is deeper. */
  private static final int MAX_DEPTH = 5;

  private static final Envelope NONE = new Envelope(List.of());

  /** Whether it has more lists than one, so that nobody can say which are the records. */
  boolean isAmbiguous() {
    return lists.size() > 1;
  }

  /** The keys that lead to the only list; empty without an envelope. */
  List<String> path() {
    return lists.isEmpty() ? List.of() : lists.get(0);
  }

  /** The lists as a message names them. */
  String inWords() {
    return "'"
        + String.join(
            "' and '",
            lists.stream()
                .map(
                    path ->
                        String.join(
                            ".",
                            path.stream()
                                .map(key -> RecordKeys.named(RecordKeys.normal(key)))
                                .toList()))
                .toList())
        + "'";
  }

  /**
   * Looks through the first value of a document. What breaks off there is met again, and reported,
   * by whoever reads the records.
   *
   * @param parser a parser at the beginning of the document
   * @param own the layout whose columns are the keys of a record
   */
  static Envelope of(JsonParser parser, Layout own) {
    Search search = new Search(parser, own);
    try {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        search.object(List.of());
      }
    } catch (IOException e) {
      MachineLimit.requireNotReached(e);
    }
    return search.found();
  }

  private static final class Search {
    private final JsonParser parser;
    private final Layout own;
    private final List<List<String>> ofRecords = new ArrayList<>();
    private final List<List<String>> empty = new ArrayList<>();
    private boolean isRecord;

    Search(JsonParser parser, Layout own) {
      this.parser = parser;
      this.own = own;
    }

    Envelope found() {
      if (isRecord) {
        return NONE;
      }
      return new Envelope(ofRecords.isEmpty() && empty.size() == 1 ? empty : ofRecords);
    }

    /** Looks through an object, up to a second list. */
    void object(List<String> path) throws IOException {
      while (!isOver() && parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (path.isEmpty() && isKnown(key)) {
          isRecord = true;
          return;
        }
        List<String> inner = new ArrayList<>(path);
        inner.add(key);
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY) {
          list(inner);
        } else if (value == JsonToken.START_OBJECT && inner.size() < MAX_DEPTH) {
          object(inner);
        } else {
          parser.skipChildren();
        }
      }
    }

    private boolean isOver() {
      return isRecord || ofRecords.size() > 1;
    }

    private void list(List<String> path) throws IOException {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.END_ARRAY) {
        if (empty.size() < 2) {
          empty.add(path);
        }
        return;
      }
      if (first == JsonToken.START_OBJECT && hasKnownKey()) {
        ofRecords.add(path);
      } else {
        parser.skipChildren();
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parser.skipChildren();
      }
    }

    /** Whether an object has a key of a record. Reads it to its end. */
    private boolean hasKnownKey() throws IOException {
      boolean known = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        known = isKnown(parser.currentName()) || known;
        parser.nextToken();
        parser.skipChildren();
      }
      return known;
    }

    private boolean isKnown(String key) {
      return RecordKeys.isKnown(RecordKeys.normal(key), own);
    }
  }
}
