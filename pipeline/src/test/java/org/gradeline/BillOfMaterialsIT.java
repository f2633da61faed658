package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is shipped, against the bill of materials (CycloneDX) that the build makes of it. */
@DisplayName("The bill of materials")
class BillOfMaterialsIT {
  private static final Path TARGET = Path.of("target");
  private static final Path BILL = TARGET.resolve("bom.json");

  private JsonNode bill;

  @BeforeEach
  void readBill() throws IOException {
    assumeTrue(Files.exists(BILL), "an offline build makes no bill of materials");
    bill = new ObjectMapper().readTree(BILL.toFile());
  }

  @Test
  void namesEveryJarThatIsShippedAndNoOther() throws IOException {
    Set<String> named = new TreeSet<>();
    for (JsonNode component : bill.path("components")) {
      named.add(component.path("name").asText() + "-" + component.path("version").asText());
    }

    assertThat(named).isEqualTo(shipped());
  }

  /** The libraries on the program's class path, by name and version. */
  private static Set<String> shipped() throws IOException {
    Set<String> shipped = new TreeSet<>();
    try (JarFile jar = new JarFile(TARGET.resolve("gradeline.jar").toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String library : List.of(classPath.split(" ", -1))) {
        assertThat(TARGET.resolve(library)).exists();
        shipped.add(library.substring("lib/".length(), library.length() - ".jar".length()));
      }
    }
    return shipped;
  }

  @Test
  void tellsWhatEachIsUnderWhichLicenceAndByWhichDigest() {
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.path("components"))
        .allSatisfy(
            component -> {
              assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
              assertThat(component.path("licenses")).isNotEmpty();
              assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
            });
  }

  @Test
  void doesNotTellTheTimeOfTheBuild() {
    assertThat(bill.path("metadata").has("timestamp")).isFalse();
    assertThat(bill.has("serialNumber")).isFalse();
  }
}
