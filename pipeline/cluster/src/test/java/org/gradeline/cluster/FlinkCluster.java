package org.gradeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Flink cluster: a job manager and two task managers, each a process with Flink alone on its
 * class path, in an empty folder of its own. They listen on this machine's own address only.
 */
final class FlinkCluster implements AutoCloseable {
  /** How many tasks the two task managers can run side by side. */
  static final int SLOTS = 4;

  /** The machines that work. */
  static final int TASK_MANAGERS = 2;

  private static final String HOST = "127.0.0.1";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Flink's own scripts open for it. */
  private static final List<String> OPENED =
      Stream.of(
              "java.io",
              "java.lang",
              "java.lang.reflect",
              "java.net",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.concurrent.locks")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private final Path folder;
  private final int port;
  private final OwnProcess jobManager;
  private final List<OwnProcess> taskManagers = new ArrayList<>();
  private int started;

  private FlinkCluster(Path folder, int port, OwnProcess jobManager) {
    this.folder = folder;
    this.port = port;
    this.jobManager = jobManager;
  }

  /**
   * A new cluster, when its two task managers are there.
   *
   * @param folder an empty folder
   */
  static FlinkCluster start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    configure(folder, port);
    FlinkCluster cluster =
        new FlinkCluster(
            folder,
            port,
            flink(
                folder,
                "job-manager",
                "256m",
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint"));
    try {
      cluster.complete();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Flink's scripts work out the memory of processes; without them it has to be said in full. */
  private static void configure(Path folder, int port) throws IOException {
    Map<String, Object> settings =
        Map.ofEntries(
            Map.entry("jobmanager.rpc.address", HOST),
            Map.entry("jobmanager.rpc.port", freePort()),
            Map.entry("jobmanager.bind-host", HOST),
            Map.entry("rest.address", HOST),
            Map.entry("rest.bind-address", HOST),
            Map.entry("rest.port", port),
            Map.entry("taskmanager.host", HOST),
            Map.entry("taskmanager.bind-host", HOST),
            Map.entry("taskmanager.numberOfTaskSlots", SLOTS / TASK_MANAGERS),
            Map.entry("taskmanager.cpu.cores", "1.0"),
            Map.entry("taskmanager.memory.framework.heap.size", "64m"),
            Map.entry("taskmanager.memory.framework.off-heap.size", "64m"),
            Map.entry("taskmanager.memory.task.heap.size", "384m"),
            Map.entry("taskmanager.memory.task.off-heap.size", "64m"),
            Map.entry("taskmanager.memory.managed.size", "128m"),
            Map.entry("taskmanager.memory.network.min", "256m"),
            Map.entry("taskmanager.memory.network.max", "256m"),
            Map.entry("taskmanager.memory.jvm-metaspace.size", "192m"),
            Map.entry("taskmanager.memory.jvm-overhead.min", "64m"),
            Map.entry("taskmanager.memory.jvm-overhead.max", "64m"),
            Map.entry("cluster.evenly-spread-out-slots", true),
            Map.entry("io.tmp.dirs", "."),
            // A job is tried again when a machine is lost, and until that one counts as lost.
            Map.entry("restart-strategy.type", "fixed-delay"),
            Map.entry("restart-strategy.fixed-delay.attempts", 3),
            Map.entry("restart-strategy.fixed-delay.delay", "2 s"),
            Map.entry("heartbeat.interval", 500),
            Map.entry("heartbeat.timeout", 8000),
            Map.entry("slot.request.timeout", 5000));
    Files.createDirectories(folder.resolve("conf"));
    Files.write(
        folder.resolve("conf").resolve("flink-conf.yaml"),
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .sorted()
            .toList());
  }

  private static OwnProcess flink(Path folder, String name, String heap, String entryPoint)
      throws IOException {
    List<String> options = new ArrayList<>(OPENED);
    options.addAll(List.of("-Xmx" + heap, "-cp", OwnProcess.TARGET.resolve("flink") + "/*"));
    return OwnProcess.start(
        name,
        folder.resolve(name),
        options,
        List.of(entryPoint, "--configDir", folder.resolve("conf").toString()));
  }

  /** Starts a task manager for each that was lost, and waits until all slots are free. */
  void complete() throws IOException, InterruptedException {
    taskManagers.removeIf(each -> !each.process().isAlive());
    while (taskManagers.size() < TASK_MANAGERS) {
      taskManagers.add(
          flink(
              folder,
              "task-manager-" + ++started,
              "448m",
              "org.apache.flink.runtime.taskexecutor.TaskManagerRunner"));
    }
    jobManager.await(
        "ready with " + SLOTS + " slots",
        () -> {
          JsonNode overview = get("/overview");
          return overview.path("taskmanagers").asInt() == TASK_MANAGERS
              && overview.path("slots-available").asInt() == SLOTS;
        });
  }

  /** Waits until a job is half done. */
  void awaitMidRun() throws InterruptedException {
    jobManager.await("in the middle of a job", this::isHalfDone);
  }

  /** Waits until the job that started last is in a state. */
  void awaitLastJob(String state) throws InterruptedException {
    jobManager.await("done with a job as " + state, () -> lastJob().equals(state));
  }

  /** Waits until a job is half done, and loses some of the machines that work on it. */
  void loseInMidRun(int machines) throws InterruptedException {
    awaitMidRun();
    taskManagers.subList(0, machines).forEach(OwnProcess::close);
  }

  private boolean isHalfDone() throws IOException, InterruptedException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      JsonNode tasks = job.path("tasks");
      if (job.path("state").asText().equals("RUNNING")
          && tasks.path("running").asInt() > 0
          && tasks.path("finished").asInt() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The state of the job that started last. */
  String lastJob() throws IOException, InterruptedException {
    return last().path("state").asText();
  }

  private JsonNode last() throws IOException, InterruptedException {
    List<JsonNode> jobs = new ArrayList<>();
    get("/jobs/overview").path("jobs").forEach(jobs::add);
    return jobs.stream()
        .max(Comparator.comparingLong(FlinkCluster::start))
        .orElseGet(JSON::createObjectNode);
  }

  /** What Flink's page of the job that started last shows as its accumulators. */
  String accumulatorsOfLastJob() throws IOException, InterruptedException {
    return get("/jobs/" + last().path("jid").asText() + "/accumulators").toString();
  }

  private static long start(JsonNode job) {
    return job.path("start-time").asLong();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + path)).build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  /** What {@code --flinkMaster} names. */
  String address() {
    return HOST + ":" + port;
  }

  @Override
  public void close() {
    for (OwnProcess each : taskManagers) {
      each.close();
    }
    jobManager.close();
  }
}
