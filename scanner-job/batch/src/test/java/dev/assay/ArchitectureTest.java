package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fences of the house: floors, rooms and the laws that class files can show. */
@Tag("slow")
class ArchitectureTest {
    /** Fewer means that a module was not on the class path and the rules below saw half a house. */
    private static final int FEWEST_CLASSES = 250;

    private static final String[] FACTS = {
        "dev.assay.json..",
        "dev.assay.config..",
        "dev.assay.rights..",
        "dev.assay.sidecar..",
        "dev.assay.provenance..",
        "dev.assay.detect..",
        "dev.assay.summary..",
        "dev.assay.quality..",
        "dev.assay.efficacy..",
        "dev.assay.manifest..",
        "dev.assay.policy..",
        "dev.assay.format..",
        "dev.assay.scan.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.assay");

    @Test
    void seesTheWholeHouse() {
        assertThat(CLASSES.size()).isGreaterThan(FEWEST_CLASSES);
        assertThat(List.of("config", "detect", "summary", "manifest", "ledger", "storage", "format", "scan", "batch"))
                .allMatch(room ->
                        CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith("dev.assay." + room)));
    }

    @Test
    void nothingPointsUp() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("words")
                .definedBy(
                        "dev.assay.config..",
                        "dev.assay.json..",
                        "dev.assay.rights..",
                        "dev.assay.card..",
                        "dev.assay.sidecar..")
                .layer("meaning")
                .definedBy(
                        "dev.assay.detect..",
                        "dev.assay.summary..",
                        "dev.assay.quality..",
                        "dev.assay.provenance..",
                        "dev.assay.efficacy..")
                .layer("record")
                .definedBy(
                        "dev.assay.manifest..",
                        "dev.assay.statement..",
                        "dev.assay.timestamp..",
                        "dev.assay.policy..",
                        "dev.assay.ledger..",
                        "dev.assay.gate..",
                        "dev.assay.report..",
                        "dev.assay.export..")
                .layer("engine")
                .definedBy("dev.assay.storage..", "dev.assay.format..", "dev.assay.scan..")
                .layer("runner")
                .definedBy("dev.assay.batch..", "dev.assay.cli..")
                .whereLayer("runner")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("runner")
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers("engine", "runner")
                .whereLayer("meaning")
                .mayOnlyBeAccessedByLayers("record", "engine", "runner")
                .because("a floor stands on those below it and knows nothing of those above")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.assay.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one package with walls that lie")
                .check(CLASSES);
    }

    @Test
    void springLivesInBatch() {
        noClasses()
                .that(not(resideInAPackage("dev.assay.batch..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("the engine runs on any runner")
                .check(CLASSES);
    }

    @Test
    void hadoopLivesInItsStorageAndBehindParquet() {
        noClasses()
                .that(not(resideInAnyPackage("dev.assay.storage..", "dev.assay.format..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..")
                .because("what a format or a storage is made of is nobody else's business")
                .check(CLASSES);
    }

    @Test
    void openNlpLivesWithTheNames() {
        noClasses()
                .that(not(resideInAPackage("dev.assay.detect.ner..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("opennlp..")
                .because("how names are found is nobody else's business")
                .check(CLASSES);
    }

    @Test
    void factsKnowNoClock() {
        noClasses()
                .that(resideInAnyPackage(FACTS))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("the same bytes give the same record at any time")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(not(resideInAPackage("dev.assay.cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output is for results and standard error for people, and one place decides which")
                .check(CLASSES);
    }

    @Test
    void nothingDecidesByLocaleOrDefaultCharset() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("the same bytes give the same record on any machine")
                .check(CLASSES);
    }

    @Test
    void detectorsMakeNoCalls() {
        noClasses()
                .that(resideInAnyPackage("dev.assay.detect..", "dev.assay.summary..", "dev.assay.efficacy.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net..", "java.sql..", "javax.net..", "java.nio.channels..")
                                .and(not(belongToAnyOf(URI.class, URISyntaxException.class, URL.class))))
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "getContent")
                .because(
                        "a scanner of other people's secrets verifies nothing online; the name of a resource is no call")
                .check(CLASSES);
    }
}
