package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.Source;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.RunView;

/**
 * What is written down of a run besides its tables, in {@code run.json}.
 *
 * @param version version of the program
 * @param options the options in force, by name
 * @param started when the run began
 * @param inputHashes SHA-256 of each source's file, in order; "unreadable" where there is none
 * @param leftOut files and sheets that were not read
 */
public record RunManifest(
    String version,
    Map<String, String> options,
    Instant started,
    List<String> inputHashes,
    List<LeftOut> leftOut) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  public ObjectNode describe(
      List<Source> sources,
      RunTotals totals,
      RunView view,
      List<PublishedFile> files,
      Instant ended) {
    ObjectNode run = JSON.objectNode();
    run.put("gradeline", version);
    ObjectNode given = run.putObject("options");
    options.forEach(given::put);
    run.put("as_at", view.date().asAt().toString());
    run.put("published_by", view.date().publishedBy().toString());
    ArrayNode inputs = run.putArray("inputs");
    for (Source source : sources) {
      ObjectNode input = inputs.addObject();
      input.put("source", source.name());
      input.put("bytes", source.bytes());
      input.put("sha256", inputHashes.get(source.position()));
      put(input, totals.ledger().of(source.position()));
    }
    ArrayNode unread = run.putArray("left_out");
    for (LeftOut left : leftOut) {
      unread
          .addObject()
          .put("source", left.name())
          .put("reason", left.reason().key())
          .put("message", left.message());
    }
    put(run.putObject("ledger"), totals.ledger().total());
    ArrayNode unknown = run.putArray("unknown_columns");
    totals.unknownColumns().forEach(unknown::add);
    if (totals.hasMoreUnknownColumns()) {
      run.put("more_unknown_columns", true);
    }
    ArrayNode outputs = run.putArray("outputs");
    for (PublishedFile file : files) {
      ObjectNode output = outputs.addObject();
      output.put("path", file.path());
      output.put("rows", file.rows());
      output.put("bytes", file.bytes());
      output.put("sha256", file.sha256());
    }
    run.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
    run.put("duration_seconds", Duration.between(started, ended).toMillis() / 1000.0);
    return run;
  }

  private static void put(ObjectNode node, Account account) {
    node.putObject("records")
        .put("read", account.records().read())
        .put("accepted", account.records().accepted())
        .put("duplicate", account.records().duplicate())
        .put("rejected", account.records().rejected());
    node.putObject("judgements")
        .put("read", account.judgements().read())
        .put("rated", account.judgements().rated())
        .put("not_judged", account.judgements().notJudged())
        .put("duplicate", account.judgements().duplicate())
        .put("rejected", account.judgements().rejected());
  }
}
