package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Ledger.JudgementCounts;
import org.gradeline.statistics.Ledger.RecordCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final Account READ =
      new Account(new RecordCounts(10, 0, 0, 2), new JudgementCounts(30, 0, 0, 0, 5));
  private static final Account MERGED =
      new Account(new RecordCounts(0, 7, 1, 0), new JudgementCounts(0, 20, 3, 2, 0));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # read, accepted, duplicate, rejected, judgements, rated, not judged, duplicate, rejected, balances
          0,      0,        0,         0,        0,          0,     0,          0,         0,        true
          10,     7,        1,         2,        30,         20,    3,          2,         5,        true
          10,     10,       0,         0,        30,         30,    0,          0,         0,        true
          # A record lost, or counted twice.
          10,     6,        1,         2,        30,         20,    3,          2,         5,        false
          10,     8,        1,         2,        30,         20,    3,          2,         5,        false
          # A judgement lost, or counted twice.
          10,     7,        1,         2,        30,         19,    3,          2,         5,        false
          10,     7,        1,         2,        30,         20,    3,          3,         5,        false
          """)
  void anAccountBalancesWhenNothingWasLost(
      long read,
      long accepted,
      long duplicate,
      long rejected,
      long judgementsRead,
      long rated,
      long notJudged,
      long judgementsDuplicate,
      long judgementsRejected,
      boolean balances) {
    assertThat(
            new Account(
                    new RecordCounts(read, accepted, duplicate, rejected),
                    new JudgementCounts(
                        judgementsRead, rated, notJudged, judgementsDuplicate, judgementsRejected))
                .balances())
        .isEqualTo(balances);
  }

  @Test
  void whatEachStepCountedAddsUp() {
    Ledger ledger = new Ledger();
    ledger.add(3, READ);
    assertThat(ledger.of(3).balances()).isFalse();

    ledger.add(3, MERGED);
    assertThat(ledger.of(3))
        .isEqualTo(
            new Account(new RecordCounts(10, 7, 1, 2), new JudgementCounts(30, 20, 3, 2, 5)));
    assertThat(ledger.of(3).balances()).isTrue();
  }

  @Test
  void ledgersAreMergedSourceBySource() {
    Ledger one = new Ledger();
    one.add(0, READ);
    Ledger other = new Ledger();
    other.add(0, MERGED);
    other.add(1, READ);

    one.merge(other);

    assertThat(one.accounts()).containsExactly(Map.entry(0, READ.plus(MERGED)), Map.entry(1, READ));
    assertThat(other.accounts()).containsExactly(Map.entry(0, MERGED), Map.entry(1, READ));
    assertThat(one.total()).isEqualTo(READ.plus(READ).plus(MERGED));
  }

  @Test
  void aLedgerAddsWhatAnotherHasWritten() throws IOException {
    Ledger one = new Ledger();
    one.add(0, READ);
    Ledger other = new Ledger();
    other.add(1, READ);
    other.add(0, MERGED);

    one.add(new CountsInput(written(other)));

    assertThat(one.accounts()).containsExactly(Map.entry(0, READ.plus(MERGED)), Map.entry(1, READ));
    Ledger again = new Ledger();
    again.add(new CountsInput(written(one)));
    assertThat(written(again)).isEqualTo(written(one));
  }

  @Test
  void otherBytesAreNoLedger() {
    Ledger ledger = new Ledger();
    ledger.add(1, READ);
    byte[] written = written(ledger);

    assertThatThrownBy(
            () -> new Ledger().add(new CountsInput(Arrays.copyOf(written, written.length - 1))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("they end too early");
    assertThatThrownBy(() -> new Ledger().add(new CountsInput(new byte[] {3, 1, 2, 3})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("they are not the ledger of this run");
  }

  private static byte[] written(Ledger ledger) {
    CountsOutput out = new CountsOutput();
    ledger.write(out);
    return out.bytes();
  }

  @Test
  void twoSourcesCannotMakeUpForEachOther() {
    Ledger ledger = new Ledger();
    ledger.add(0, READ);
    ledger.add(1, MERGED);

    assertThat(ledger.total().balances()).isTrue();
    assertThat(ledger.accounts().values()).noneMatch(Account::balances);
  }

  @Test
  void aSourceOfWhichNothingIsKnownHasAnEmptyAccount() {
    assertThat(new Ledger().of(7)).isEqualTo(Account.EMPTY);
    assertThat(new Ledger().total()).isEqualTo(Account.EMPTY);
    assertThat(new Ledger().accounts()).isEmpty();
  }
}
