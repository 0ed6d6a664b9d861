package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences that others have labelled, against what we find. Recall counts labels that a finding or an alternative of the
 * type covers by half; precision counts the findings of band likely and above that a label of the type touches. The floors
 * are what the catalogue reached when they were written down; they only rise.
 */
@Tag("shared")
class LabelledTextTest {
    /** A corpus' label, our types for it, and the floors of recall and precision in percent. */
    private record Floor(Set<String> types, int recall, int precision) {}

    private static final Map<String, Floor> FLOORS = new TreeMap<>(Map.ofEntries(
            Map.entry("CREDIT_CARD", new Floor(Set.of("CREDIT_CARD"), 100, 97)),
            Map.entry("US_SSN", new Floor(Set.of("US_SSN"), 100, 97)),
            Map.entry("PHONE_NUMBER", new Floor(Set.of("PHONE_NUMBER"), 98, 97)),
            Map.entry("EMAIL_ADDRESS", new Floor(Set.of("EMAIL_ADDRESS"), 100, 97)),
            Map.entry("IBAN_CODE", new Floor(Set.of("IBAN_CODE"), 100, 97)),
            Map.entry("DOMAIN_NAME", new Floor(Set.of("URL"), 100, 97)),
            Map.entry("IP_ADDRESS", new Floor(Set.of("IP_ADDRESS"), 100, 97)),
            Map.entry("AGE", new Floor(Set.of("AGE"), 98, 97)),
            Map.entry("US_DRIVER_LICENSE", new Floor(Set.of("US_DRIVER_LICENSE"), 80, 97)),
            Map.entry("ZIP_CODE", new Floor(Set.of("ZIP_CODE", "DE_PLZ"), 98, 0)),
            Map.entry("DATE_TIME", new Floor(Set.of("DATE_TIME", "DATE_OF_BIRTH"), 81, 97))));

    @ParameterizedTest
    @ValueSource(strings = {"generated_large", "synth_dataset_v2"})
    void recallAndPrecisionOfFixedFormatsHold(String corpus) throws IOException {
        Path file = SharedData.path("data/pii/presidio-research/" + corpus + ".json");
        assumeTrue(Files.isRegularFile(file), () -> "Skipped: there is no " + file + " beside this repository.");
        RuleSet rules = RuleSet.shipped();
        Map<String, int[]> counts = new TreeMap<>();
        for (Json entry : Json.parse(Files.readString(file)).asArray().values()) {
            count(rules, entry.asObject(), counts);
        }
        StringBuilder table = new StringBuilder("corpus\ttype\tlabels\tfound\trecall\tlikely\tright\tprecision\n");
        List<String> below = new ArrayList<>();
        counts.forEach((type, count) -> {
            Floor floor = Objects.requireNonNull(FLOORS.get(type), type);
            int recall = percent(count[1], count[0]);
            int precision = percent(count[3], count[2]);
            table.append(String.format(
                    Locale.ROOT,
                    "%s\t%s\t%d\t%d\t%d %%\t%d\t%d\t%d %%%n",
                    corpus,
                    type,
                    count[0],
                    count[1],
                    recall,
                    count[2],
                    count[3],
                    precision));
            if (recall < floor.recall() || precision < floor.precision()) {
                below.add(type + ": recall " + recall + " %, precision " + precision + " %");
            }
        });
        System.out.print(table);
        Files.writeString(Files.createDirectories(Path.of("target/labelled")).resolve(corpus + ".tsv"), table);
        assertThat(below).as("types below their floors in %s", corpus).isEmpty();
    }

    @Test
    void everyFloorNamesTypesThatWeHave() {
        List<String> known =
                RuleSet.shipped().detectors().stream().map(Detector::entity).toList();
        assertThat(FLOORS.values()).allSatisfy(floor -> assertThat(known).containsAll(floor.types()));
    }

    private static void count(RuleSet rules, JsonObject entry, Map<String, int[]> counts) {
        List<Hit> hits = Hit.inThoroughly(rules, entry.string("full_text"));
        List<JsonObject> spans = entry.find("spans").orElseThrow().asArray().values().stream()
                .map(Json::asObject)
                .toList();
        FLOORS.forEach((label, floor) -> {
            List<Hit> ours = hits.stream()
                    .filter(hit -> floor.types()
                            .contains(rules.detector(rules.index(hit.detector()).orElseThrow())
                                    .entity()))
                    .toList();
            List<JsonObject> labelled = spans.stream()
                    .filter(span -> span.string("entity_type").equals(label))
                    .toList();
            int[] count = counts.computeIfAbsent(label, none -> new int[4]);
            count[0] += labelled.size();
            count[1] += (int) labelled.stream()
                    .filter(span -> ours.stream().anyMatch(hit -> 2 * shared(hit, span) >= length(span)))
                    .count();
            List<Hit> likely = ours.stream()
                    .filter(hit -> hit.winner() && hit.confidence() >= ConfidenceBand.LIKELY.floor())
                    .toList();
            count[2] += likely.size();
            count[3] += (int) likely.stream()
                    .filter(hit -> labelled.stream().anyMatch(span -> shared(hit, span) > 0))
                    .count();
        });
    }

    private static int shared(Hit hit, JsonObject span) {
        return Math.min(hit.end(), span.int32("end_position")) - Math.max(hit.start(), span.int32("start_position"));
    }

    private static int length(JsonObject span) {
        return span.int32("end_position") - span.int32("start_position");
    }

    /** Whole percents, rounded down; all of nothing is 100. */
    private static int percent(int part, int whole) {
        return whole == 0 ? 100 : 100 * part / whole;
    }
}
