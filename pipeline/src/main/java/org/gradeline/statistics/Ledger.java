package org.gradeline.statistics;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every record and judgement, by source. It balances when nothing was lost: records
 * read are accepted, duplicate or rejected, and judgements read are rated, not judged, duplicate or
 * rejected.
 */
public final class Ledger implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<Integer, Account> accounts = new TreeMap<>();

  /**
   * One source's counts, or those of all.
   *
   * @param read records read
   * @param accepted records used
   * @param duplicate records that said nothing new
   * @param rejected records not used
   * @param judgementsRead judgements read
   * @param rated judgements with a grade
   * @param notJudged judgements without one
   * @param judgementsDuplicate judgements said before, or differing from one said before
   * @param judgementsRejected judgements not used
   */
  public record Account(
      long read,
      long accepted,
      long duplicate,
      long rejected,
      long judgementsRead,
      long rated,
      long notJudged,
      long judgementsDuplicate,
      long judgementsRejected)
      implements Serializable {
    /** Nothing yet. */
    public static final Account EMPTY = new Account(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum of two accounts. */
    public Account plus(Account other) {
      return new Account(
          read + other.read,
          accepted + other.accepted,
          duplicate + other.duplicate,
          rejected + other.rejected,
          judgementsRead + other.judgementsRead,
          rated + other.rated,
          notJudged + other.notJudged,
          judgementsDuplicate + other.judgementsDuplicate,
          judgementsRejected + other.judgementsRejected);
    }

    /** Whether nothing was lost. */
    public boolean balances() {
      return read == accepted + duplicate + rejected
          && judgementsRead == rated + notJudged + judgementsDuplicate + judgementsRejected;
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
