package dev.assay.config.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.EntityTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControlCatalogueTest {
    private static final ControlCatalogue CATALOGUE = ControlCatalogue.loaded();

    /** The shape of each framework's identifiers. */
    private static final Map<String, String> SHAPES = Map.of(
            "soc2", "(CC[1-9]\\.[1-9]|A1\\.[1-3]|C1\\.[12]|PI1\\.[1-5]|P[1-8]\\.[1-7])",
            "iso27001", "(A\\.[5-8]\\.[1-9][0-9]?|(4|5|6|7|8|9|10)\\.[1-6])",
            "iso42001", "(A\\.([2-9]|10)\\.[1-9](\\.[1-9])?|(4|5|6|7|8|9|10)\\.[1-6])",
            "nist-ai-rmf", "(GOVERN [1-6]|MAP [1-5]|MEASURE [1-4]|MANAGE [1-4])\\.[1-9][0-9]?",
            "eu-ai-act", "[1-9][0-9]{0,2}(\\([1-9][0-9]?\\)(\\([a-z]\\))?)?",
            "gdpr", "[1-9][0-9]?(\\([1-9]\\)(\\([a-z]\\))?)?",
            "hipaa", "164\\.[0-9]{3}\\([a-z]\\)(\\([1-9]\\))?");

    /** How many criteria each series of the trust services criteria has: 61 altogether. */
    private static final Map<String, Integer> SOC2_SERIES = Map.ofEntries(
            Map.entry("CC1", 5),
            Map.entry("CC2", 3),
            Map.entry("CC3", 4),
            Map.entry("CC4", 2),
            Map.entry("CC5", 3),
            Map.entry("CC6", 8),
            Map.entry("CC7", 5),
            Map.entry("CC8", 1),
            Map.entry("CC9", 2),
            Map.entry("A1", 3),
            Map.entry("C1", 2),
            Map.entry("PI1", 5),
            Map.entry("P1", 1),
            Map.entry("P2", 1),
            Map.entry("P3", 2),
            Map.entry("P4", 3),
            Map.entry("P5", 2),
            Map.entry("P6", 7),
            Map.entry("P7", 1),
            Map.entry("P8", 1));

    /** How many controls each theme of ISO/IEC 27001:2022 Annex A has: 93 altogether. */
    private static final Map<Integer, Integer> ISO27001_THEMES = Map.of(5, 37, 6, 8, 7, 14, 8, 34);

    /** What a scan of a dataset says nothing honest about. */
    private static final Set<String> LEFT_OUT = Set.of(
            "soc2 A1.1",
            "soc2 A1.2",
            "soc2 A1.3",
            "soc2 P6.3",
            "soc2 P6.5",
            "soc2 P6.6",
            "soc2 CC9.1",
            "soc2 CC6.2",
            "eu-ai-act 12",
            "eu-ai-act 13",
            "eu-ai-act 14",
            "eu-ai-act 15",
            "gdpr 33",
            "gdpr 34");

    @Test
    void everyFrameworkHasControlsAndEveryControlAFramework() {
        assertThat(CATALOGUE.frameworks()).extracting(Framework::id).doesNotHaveDuplicates();
        assertThat(CATALOGUE.frameworks())
                .allSatisfy(
                        framework -> assertThat(CATALOGUE.controls(framework)).isNotEmpty());
        assertThat(CATALOGUE.controls())
                .hasSizeGreaterThan(100)
                .extracting(Control::framework)
                .isSubsetOf(CATALOGUE.frameworks().stream().map(Framework::id).toList());
        assertThat(SHAPES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.frameworks().stream().map(Framework::id).toList());
    }

    @Test
    void identifiersHaveTheirFrameworksShape() {
        assertThat(CATALOGUE.controls())
                .allSatisfy(control -> assertThat(control.id())
                        .as(control.framework())
                        .matches(SHAPES.getOrDefault(control.framework(), "")));
        assertThat(CATALOGUE.controls())
                .extracting(control -> control.framework() + " " + control.id())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(LEFT_OUT);
    }

    @Test
    void trustServicesCriteriaAreAmongTheSixtyOne() {
        Set<String> known = new TreeSet<>();
        SOC2_SERIES.forEach(
                (series, count) -> IntStream.rangeClosed(1, count).forEach(n -> known.add(series + "." + n)));
        assertThat(known).hasSize(61);
        assertThat(ids("soc2")).isSubsetOf(known);
    }

    @Test
    void annexAControlsExist() {
        assertThat(ids("iso27001").stream().filter(id -> id.startsWith("A."))).allSatisfy(id -> {
            String[] parts = id.split("\\.", -1);
            assertThat(Integer.parseInt(parts[2]))
                    .as(id)
                    .isBetween(1, ISO27001_THEMES.getOrDefault(Integer.parseInt(parts[1]), 0));
        });
    }

    @Test
    void directEvidenceNamesItsConditionAndEverythingItsLimit() {
        assertThat(CATALOGUE.controls())
                .filteredOn(control -> control.strength() == Strength.DIRECT)
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.condition()).isNotEqualTo("always"));
        assertThat(CATALOGUE.controls())
                .allSatisfy(control -> assertThat(control.cannotShow()).isNotBlank());
        assertThat(CATALOGUE.controls())
                .extracting(Control::checked)
                .isSubsetOf("transcription", "two-transcriptions", "web", "transcription-and-web");
    }

    @Test
    void saysWhatIsMissing() {
        Control changes = CATALOGUE.controls().stream()
                .filter(control -> control.id().equals("CC8.1"))
                .findFirst()
                .orElseThrow();
        assertThat(changes.missingFrom(Set.of(EvidenceKind.MANIFEST, EvidenceKind.DECISION)))
                .containsExactly(EvidenceKind.APPROVAL);
    }

    @Test
    void safeHarbourHasItsEighteenKinds() {
        assertThat(CATALOGUE.safeHarbour())
                .extracting(SafeHarbourKind::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
        assertThat(CATALOGUE.safeHarbour()).allSatisfy(kind -> {
            assertThat(kind.entityTypes())
                    .allSatisfy(type ->
                            assertThat(EntityTypes.loaded().find(type)).as(type).isPresent());
            assertThat(kind.entityTypes().isEmpty()).isEqualTo(!kind.whyNot().equals("-"));
        });
    }

    /** A record supports a control; whether the control is met is for people to say. */
    @Test
    void theProductNowhereSaysThatAControlIsMet() throws IOException {
        assertThat(texts(".tsv", ".yaml", ".json", ".jte", ".css", ".html"))
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                        .as(file.toString())
                        .doesNotContainPattern("\\b(satisf(y|ies|ied)|compliant|certified)\\b"));
    }

    private static Set<String> ids(String framework) {
        return CATALOGUE.controls().stream()
                .filter(control -> control.framework().equals(framework))
                .map(Control::id)
                .collect(Collectors.toSet());
    }

    /** Resources and templates of every module. */
    private static List<Path> texts(String... endings) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        List<Path> found = new ArrayList<>();
        for (String module : List.of("config", "detectors", "manifests", "scanner-job/engine", "scanner-job/batch")) {
            for (String kind : List.of("src/main/resources", "src/main/jte")) {
                Path directory = root.resolve(module).resolve(kind);
                if (Files.isDirectory(directory)) {
                    try (Stream<Path> files = Files.walk(directory)) {
                        files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
