package org.gradeline.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An object store that speaks the protocol of S3 (Adobe's S3Mock), as a process of its own. */
final class ObjectStore implements Storage, AutoCloseable {
  private static final String BUCKET = "gradeline";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports (?<port>[0-9]+) \\(http\\)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final OwnProcess process;
  private final String endpoint;

  private ObjectStore(OwnProcess process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * An empty store.
   *
   * @param folder an empty folder
   */
  static ObjectStore start(Path folder) throws IOException, InterruptedException {
    String prefix = "--com.adobe.testing.s3mock.";
    OwnProcess process =
        OwnProcess.start(
            "object-store",
            folder,
            List.of(
                "-Xmx256m",
                "-jar",
                OwnProcess.TARGET.resolve("object-store").resolve("s3mock.jar").toString()),
            List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--server.ssl.enabled=false",
                // It has a second port, which cannot be bound to an address: any free one.
                prefix + "httpPort=0",
                prefix + "store.initialBuckets=" + BUCKET,
                prefix + "store.root=" + folder.resolve("objects")));
    try {
      process.await("started", () -> process.printed().contains("Started S3MockApplication"));
      Matcher started = STARTED.matcher(process.printed());
      if (!started.find()) {
        throw new AssertionError("no port in: " + process.printed());
      }
      return new ObjectStore(process, "http://127.0.0.1:" + started.group("port"));
    } catch (InterruptedException | RuntimeException | Error e) {
      process.close();
      throw e;
    }
  }

  @Override
  public String data() {
    return "s3://" + BUCKET + "/data";
  }

  @Override
  public String reports(String name) {
    return "s3://" + BUCKET + "/reports/" + name;
  }

  @Override
  public List<String> options() {
    return List.of(
        "--endpoint=" + endpoint,
        "--awsRegion=us-east-1",
        "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
            + "\"accessKeyId\":\"any\",\"secretAccessKey\":\"any\"}");
  }

  @Override
  public Map<String, byte[]> published(String name) throws IOException, InterruptedException {
    String reports = "reports/" + name + "/";
    String run = JSON.readTree(get(reports + "current.json")).path("run").asText();
    String prefix = reports + "runs/" + run + "/";
    Map<String, byte[]> files = new TreeMap<>();
    for (String key : keys(prefix)) {
      String file = key.substring(prefix.length());
      if (Storage.isTimeless(file)) {
        files.put(file, get(key));
      }
    }
    return files;
  }

  /** Stores the project's own data. */
  void putData() throws IOException, InterruptedException {
    try (Stream<Path> paths = Files.walk(DATA)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = DATA.relativize(path).toString().replace('\\', '/');
        put("data/" + name, Files.readAllBytes(path));
      }
    }
  }

  private void put(String key, byte[] bytes) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(uri("/" + encode(key))).PUT(BodyPublishers.ofByteArray(bytes)));
  }

  private byte[] get(String key) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("/" + encode(key))));
  }

  /** The keys of all objects whose keys begin so. */
  private List<String> keys(String prefix) throws IOException, InterruptedException {
    List<String> keys = new ArrayList<>();
    String more = "";
    do {
      Document page =
          xml(send(HttpRequest.newBuilder(uri("?list-type=2&prefix=" + encode(prefix) + more))));
      texts(page, "Key").forEach(keys::add);
      List<String> token = texts(page, "NextContinuationToken");
      more = token.isEmpty() ? "" : "&continuation-token=" + encode(token.get(0));
    } while (!more.isEmpty());
    return keys;
  }

  private static List<String> texts(Document page, String element) {
    List<String> texts = new ArrayList<>();
    NodeList found = page.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static Document xml(byte[] bytes) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(endpoint + "/" + BUCKET + path);
  }

  private static String encode(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private static byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(response + " " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  @Override
  public void close() {
    process.close();
  }
}
