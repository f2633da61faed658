package org.gradeline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.util.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One direction, one package a step. */
class ArchitectureTest {
  /** The way of the data: a package may use those before it. */
  private static final List<String> STEPS =
      List.of(
          "reference",
          "storage",
          "reading",
          "normalising",
          "histories",
          "statistics",
          "tables",
          "publishing",
          "story",
          "site",
          "pipeline",
          "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.gradeline");

  static List<String> steps() {
    return STEPS;
  }

  /** A step's own rooms: a package may have parts. */
  @Test
  void everyPackageIsAStepOrAPartOfOne() {
    Set<String> steps =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring("org.gradeline.".length()).replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());

    assertThat(steps).containsExactlyInAnyOrderElementsOf(STEPS);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepUsesOnlyThoseBeforeIt(String step) {
    String[] later =
        STEPS.subList(STEPS.indexOf(step) + 1, STEPS.size()).stream()
            .map(name -> "org.gradeline." + name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("org.gradeline." + step + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .check(CLASSES);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("org.gradeline.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPartsOfPackagesFormACycle() {
    slices()
        .matching("org.gradeline.(**)")
        .should()
        .beFreeOfCycles()
        // The formats that are read and the package that offers them are one.
        .ignoreDependency(
            resideInAPackage("org.gradeline.reading.."),
            resideInAPackage("org.gradeline.reading.."))
        .check(CLASSES);
  }

  /** The other way round, commands and options have nothing else among them. */
  @Test
  void onlyCommandsAndTheirOptionsUsePicocli() {
    String[] rooms = {"org.gradeline.cli", "org.gradeline.cli.commands"};
    classes()
        .that()
        .resideInAnyPackage(rooms)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(CLASSES);
  }

  /** It makes text from files harmless to the terminal. The others print nothing from files. */
  @Test
  void onlyTheLinePrinterPrints() {
    noClasses()
        .that()
        .doNotHaveSimpleName("LinePrinter")
        .and()
        .doNotHaveSimpleName("ProgressBar")
        .and()
        .doNotHaveFullyQualifiedName("org.gradeline.cli.Gradeline")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(PrintWriter.class).or(assignableTo(PrintStream.class))))
                .and(target(nameMatching("print.*|append|write|format"))))
        .check(CLASSES);
  }

  @Test
  void rulesAndStatisticsKnowNothingOfTheRunner() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.gradeline.pipeline..", "org.gradeline.cli..", "org.gradeline.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam..")
        .check(CLASSES);
  }

  @Test
  void storageKnowsBeamsFileSystemsAndNothingElseOfIt() {
    noClasses()
        .that()
        .resideInAPackage("org.gradeline.storage..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.beam..")
                .and(not(resideInAPackage("org.apache.beam.sdk.io..")))
                .and(not(assignableTo(MimeTypes.class))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "spreadsheet"})
  void aFormatIsNamedByNothingButItsRegistration(String format) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.gradeline.reading." + format + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.gradeline.reading." + format + "..")
        .check(CLASSES);
  }

  @Test
  void onlyOneFormatKnowsTheCsvParser() {
    noClasses()
        .that()
        .resideInAPackage("org.gradeline.reading..")
        .and()
        .resideOutsideOfPackage("org.gradeline.reading.csv..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.commons.csv..")
        .check(CLASSES);
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Utilities|Helpers?|Managers?|Impl|Misc)")
        .check(CLASSES);
  }

  @Test
  void whatIsSharedByAllNeverChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            describe(
                "a collection that can be added to",
                type ->
                    !type.isInterface()
                        && (type.isAssignableTo(Collection.class)
                            || type.isAssignableTo(Map.class))))
        .check(CLASSES);
  }

  @Test
  void nothingIsInheritedAsAToolbox() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should(be(finalOrARecord()))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> finalOrARecord() {
    return describe(
        "final, or a record",
        type -> type.isRecord() || type.getModifiers().contains(JavaModifier.FINAL));
  }
}
