package org.gradeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The national run on a Flink cluster of processes that know nothing of each other's folders. */
@DisplayName("On a cluster")
class ClusterIT {
  private static final String LAST = "last";
  private static final String UNTOUCHED = "The last reports are untouched";

  @TempDir static Path folder;

  private static FlinkCluster cluster;
  private static SharedDisk disk;
  private static ObjectStore store;
  private static Map<String, byte[]> expected;

  @BeforeAll
  static void startClusterAndRunWithoutIt() throws IOException, InterruptedException {
    disk = new SharedDisk(folder.resolve("disk"));
    store = ObjectStore.start(folder.resolve("object-store"));
    store.putData();
    try (OwnProcess run = NationalRun.alone(store).start("direct", folder, LAST)) {
      assertThat(run.status()).as(run.printed()).isZero();
    }
    expected = store.published(LAST);
    cluster = FlinkCluster.start(folder.resolve("flink"));
  }

  @AfterAll
  static void stopAll() {
    if (cluster != null) {
      cluster.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @BeforeEach
  void replaceLostTaskManagers() throws IOException, InterruptedException {
    cluster.complete();
  }

  private static NationalRun runOn(Storage storage) {
    return NationalRun.on(cluster, storage, FlinkCluster.SLOTS / 2);
  }

  @Test
  void aRunOnASharedDiskGivesTheBytesOfTheDirectRunner() throws IOException, InterruptedException {
    try (OwnProcess run = runOn(disk).start("shared-disk", folder, "shared-disk")) {
      assertThat(run.status()).as(run.printed()).isZero();
    }

    assertThat(cluster.lastJob()).isEqualTo("FINISHED");
    assertThat(disk.published("shared-disk")).containsExactlyEntriesOf(expected);
    assertThat(cluster.accumulatorsOfLastJob())
        .as("Flink's page of the job")
        .contains("records_read", "records_accepted", "judgements_rated");
  }

  @Test
  void aRunInAnObjectStoreGivesTheBytesOfTheDirectRunner()
      throws IOException, InterruptedException {
    try (OwnProcess run = runOn(store).start("object-store-run", folder, "national")) {
      assertThat(run.status()).as(run.printed()).isZero();
    }

    assertThat(cluster.lastJob()).isEqualTo("FINISHED");
    assertThat(store.published("national")).containsExactlyEntriesOf(expected);
  }

  @Test
  void aMachineThatIsLostInMidRunChangesNothing() throws IOException, InterruptedException {
    try (OwnProcess run = runOn(store).start("one-lost", folder, "one-lost")) {
      cluster.loseInMidRun(1);
      assertThat(run.status()).as(run.printed()).isZero();
    }

    assertThat(store.published("one-lost")).containsExactlyEntriesOf(expected);
  }

  @Test
  void aRunThatLosesAllMachinesFailsAndLeavesTheLastReports()
      throws IOException, InterruptedException {
    try (OwnProcess run = runOn(store).start("all-lost", folder, LAST)) {
      cluster.loseInMidRun(FlinkCluster.TASK_MANAGERS);
      assertThat(run.status()).as(run.printed()).isEqualTo(1);
      assertThat(run.printed()).contains("slot").contains(UNTOUCHED);
    }

    assertThat(store.published(LAST)).containsExactlyEntriesOf(expected);
  }

  @Test
  void aCommandThatIsInterruptedCancelsItsJob() throws IOException, InterruptedException {
    try (OwnProcess run = runOn(store).start("interrupted", folder, LAST)) {
      cluster.awaitMidRun();
      run.process().destroy();
      assertThat(run.status()).as(run.printed()).isNotZero();
    }

    cluster.awaitLastJob("CANCELED");
    assertThat(store.published(LAST)).containsExactlyEntriesOf(expected);
  }

  @Test
  void aJobThatWantsMoreSlotsThanThereAreFailsAndSaysSo() throws IOException, InterruptedException {
    NationalRun tooWide = NationalRun.on(cluster, store, FlinkCluster.SLOTS + 1);

    try (OwnProcess run = tooWide.start("too-wide", folder, LAST)) {
      assertThat(run.status()).as(run.printed()).isEqualTo(1);
      assertThat(run.printed()).contains("slot").contains(UNTOUCHED);
    }

    assertThat(cluster.lastJob()).isEqualTo("FAILED");
    assertThat(store.published(LAST)).containsExactlyEntriesOf(expected);
  }
}
