package org.gradeline.site;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The system's Chromium, in which tests open pages as people do. It is found on the {@code PATH}
 * and nothing is downloaded. Without it tests are skipped, or fail with {@code -Dbrowser=required}.
 */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> QUIET =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--window-size=1280,900");

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(Path chromium, Path chromedriver) {
    try {
      this.profile = Files.createTempDirectory("gradeline-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(QUIET);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", console);
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build(),
            options);
    patience(PATIENCE);
  }

  /** How long it looks for what is not there: a busy machine shows it a moment later. */
  void patience(Duration longest) {
    driver.manage().timeouts().implicitlyWait(longest);
  }

  /** What drives it. */
  ChromeDriver driver() {
    return driver;
  }

  /** As a browser that was opened just now: nothing changed, one empty page. */
  void reset() {
    patience(PATIENCE);
    devTools("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    devTools("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    width(1280);
    driver.get("about:blank");
    complaints();
  }

  /** Makes the window as wide as a screen of so many CSS pixels. */
  void width(int pixels) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Prefers dark pages, or light ones. */
  void dark(boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    devTools("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(scheme)));
  }

  /** Runs no script of the pages opened next. */
  void withoutScripts() {
    devTools("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** The page on A4 paper, as PDF. */
  byte[] print() {
    Map<String, Object> pdf =
        devTools("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69));
    return Base64.getDecoder().decode((String) pdf.get("data"));
  }

  /** What the browser complained of since the last call, such as of what it did not load. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  private Map<String, Object> devTools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.quit();
    FileUtils.deleteQuietly(profile.toFile());
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> chromium() {
    return NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
  }

  private static Optional<Path> chromedriver() {
    return find("chromedriver");
  }

  /** Gives tests a browser, which all classes share, or skips them where there is none. */
  static final class Shared implements ParameterResolver, ExecutionCondition {
    private static final String MISSING =
        "There is no Chromium with its driver. Install both, on Debian with: apt-get install"
            + " chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean found = chromium().isPresent() && chromedriver().isPresent();
      return found || "required".equals(System.getProperty("browser"))
          ? enabled("a browser is there, or must be")
          : disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(Browser.class);
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Browser.class))
          .computeIfAbsent(Browser.class, key -> open(), Browser.class);
    }

    private static Browser open() {
      return new Browser(
          chromium().orElseThrow(() -> new IllegalStateException(MISSING)),
          chromedriver().orElseThrow(() -> new IllegalStateException(MISSING)));
    }
  }
}
