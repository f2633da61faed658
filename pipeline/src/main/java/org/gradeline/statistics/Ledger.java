package org.gradeline.statistics;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.gradeline.histories.MergedCouncil.MergeCounts;

/**
 * What became of every record and judgement, by source. It balances when nothing was lost: records
 * read are accepted, duplicate or rejected, and judgements read are rated, not judged, duplicate or
 * rejected.
 */
public final class Ledger {
  private static final String KIND = "ledger";

  private final TreeMap<Integer, Account> accounts = new TreeMap<>();

  /**
   * What became of records.
   *
   * @param read records read
   * @param accepted records used
   * @param duplicate records that said nothing new
   * @param rejected records not used
   */
  public record RecordCounts(long read, long accepted, long duplicate, long rejected) {
    private RecordCounts plus(RecordCounts other) {
      return new RecordCounts(
          read + other.read,
          accepted + other.accepted,
          duplicate + other.duplicate,
          rejected + other.rejected);
    }

    private boolean balances() {
      return read == accepted + duplicate + rejected;
    }
  }

  /**
   * What became of judgements.
   *
   * @param read judgements read
   * @param rated judgements with a grade
   * @param notJudged judgements without one
   * @param duplicate judgements said before, or differing from one said before
   * @param rejected judgements not used
   */
  public record JudgementCounts(
      long read, long rated, long notJudged, long duplicate, long rejected) {
    private JudgementCounts plus(JudgementCounts other) {
      return new JudgementCounts(
          read + other.read,
          rated + other.rated,
          notJudged + other.notJudged,
          duplicate + other.duplicate,
          rejected + other.rejected);
    }

    private boolean balances() {
      return read == rated + notJudged + duplicate + rejected;
    }
  }

  /**
   * One source's counts, or those of all.
   *
   * @param records what became of the records
   * @param judgements what became of the judgements
   */
  public record Account(RecordCounts records, JudgementCounts judgements) {
    /** Nothing yet. */
    public static final Account EMPTY =
        new Account(new RecordCounts(0, 0, 0, 0), new JudgementCounts(0, 0, 0, 0, 0));

    /** What reading tells: how much there was, and how much of it was rejected. */
    public static Account ofReading(
        long recordsRead, long recordsRejected, long judgementsRead, long judgementsRejected) {
      return new Account(
          new RecordCounts(recordsRead, 0, 0, recordsRejected),
          new JudgementCounts(judgementsRead, 0, 0, 0, judgementsRejected));
    }

    /** What merging tells: what became of the records that were not rejected. */
    public static Account ofMerging(MergeCounts counts) {
      return new Account(
          new RecordCounts(0, counts.acceptedRecords(), counts.duplicateRecords(), 0),
          new JudgementCounts(
              0, counts.rated(), counts.notJudged(), counts.duplicateJudgements(), 0));
    }

    /** The sum of two accounts. */
    public Account plus(Account other) {
      return new Account(records.plus(other.records), judgements.plus(other.judgements));
    }

    /** Whether nothing was lost. */
    public boolean balances() {
      return records.balances() && judgements.balances();
    }
  }

  /** Adds to a source's account. */
  public void add(int source, Account account) {
    accounts.merge(source, account, Account::plus);
  }

  /** Adds all accounts of another ledger. */
  public void merge(Ledger other) {
    other.accounts.forEach(this::add);
  }

  /** Writes all accounts. Equal ledgers give equal bytes. */
  public void write(CountsOutput out) {
    out.head(KIND);
    out.number(accounts.size());
    accounts.forEach(
        (source, account) -> {
          out.number(source);
          RecordCounts records = account.records();
          out.number(records.read());
          out.number(records.accepted());
          out.number(records.duplicate());
          out.number(records.rejected());
          JudgementCounts judgements = account.judgements();
          out.number(judgements.read());
          out.number(judgements.rated());
          out.number(judgements.notJudged());
          out.number(judgements.duplicate());
          out.number(judgements.rejected());
        });
  }

  /**
   * Adds the accounts that another ledger has written.
   *
   * @throws IOException when the bytes are not such accounts
   */
  public void add(CountsInput in) throws IOException {
    in.head(KIND);
    for (int more = in.count(); more > 0; more--) {
      int source = in.below(Integer.MAX_VALUE);
      RecordCounts records = new RecordCounts(in.number(), in.number(), in.number(), in.number());
      JudgementCounts judgements =
          new JudgementCounts(in.number(), in.number(), in.number(), in.number(), in.number());
      add(source, new Account(records, judgements));
    }
  }

  /** A source's account. */
  public Account of(int source) {
    return accounts.getOrDefault(source, Account.EMPTY);
  }

  /** The sum of all accounts. */
  public Account total() {
    return accounts.values().stream().reduce(Account.EMPTY, Account::plus);
  }

  /** Accounts by source. */
  public Map<Integer, Account> accounts() {
    return new TreeMap<>(accounts);
  }
}
