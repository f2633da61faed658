package org.gradeline.pipeline;

import org.apache.beam.sdk.metrics.Metrics;
import org.gradeline.statistics.Ledger;
import org.gradeline.statistics.Ledger.Account;

/**
 * What became of records and judgements, as counters that every runner shows: {@code
 * gradeline.records_read} and so on of all sources, and {@code gradeline.records_read.NAME} of each
 * where there are few. A bundle that runs twice is counted twice on runners that report attempts.
 */
final class RecordMetrics {
  static final String NAMESPACE = "gradeline";

  /** With more sources there are no counters of each: runners hold and send all of them. */
  static final int MOST_SOURCES = 100;

  private RecordMetrics() {}

  /** Counts what a step did with records. */
  static void count(Ledger ledger, RunPlan plan) {
    count(ledger.total(), "");
    if (plan.sources().size() <= MOST_SOURCES) {
      ledger
          .accounts()
          .forEach((source, account) -> count(account, "." + plan.sources().get(source).name()));
    }
  }

  private static void count(Account account, String ending) {
    count("records_read" + ending, account.records().read());
    count("records_accepted" + ending, account.records().accepted());
    count("records_duplicate" + ending, account.records().duplicate());
    count("records_rejected" + ending, account.records().rejected());
    count("judgements_read" + ending, account.judgements().read());
    count("judgements_rated" + ending, account.judgements().rated());
    count("judgements_not_judged" + ending, account.judgements().notJudged());
    count("judgements_duplicate" + ending, account.judgements().duplicate());
    count("judgements_rejected" + ending, account.judgements().rejected());
  }

  private static void count(String name, long number) {
    if (number > 0) {
      Metrics.counter(NAMESPACE, name).inc(number);
    }
  }
}
