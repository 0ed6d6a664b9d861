package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import dev.assay.detect.pii.Validators;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other tools expect of a text, against what we find. A positive case agrees when a finding of its type overlaps the
 * expected stretch by half; a negative one when none of its type reaches band possible. Every case we judge otherwise is
 * a line of the file of deviations, with its reason.
 */
@Tag("shared")
class PeerCasesTest {
    private static final Path DEVIATIONS = Path.of("docs/deviations.tsv");

    /** Other tools' names of our types. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("BANK_ROUTING_NUMBER", "ABA_ROUTING_NUMBER"),
            Map.entry("SSN", "US_SSN"),
            Map.entry("DATE", "DATE_TIME"),
            Map.entry("PASSPORT_NUMBER", "US_PASSPORT"),
            Map.entry("DRIVERS_LICENSE_NUMBER", "US_DRIVER_LICENSE"),
            Map.entry("VIN", "VIN_NUMBER"),
            Map.entry("EIN", "US_EIN"),
            Map.entry("FIN", "SG_NRIC_FIN"),
            Map.entry("EMAIL", "EMAIL_ADDRESS"),
            Map.entry("PHONE", "PHONE_NUMBER"),
            Map.entry("PASSPORT", "US_PASSPORT"),
            Map.entry("DRIVERS_LICENSE", "US_DRIVER_LICENSE"),
            Map.entry("PHYSICAL_ADDRESS", "STREET_ADDRESS"),
            Map.entry("MEDICAL_ID", "US_NPI"),
            Map.entry("IDENTIFIER:bic", "SWIFT_CODE"),
            Map.entry("IDENTIFIER:canada-sin", "CA_SIN"),
            Map.entry("IDENTIFIER:cpf", "BR_CPF"),
            Map.entry("IDENTIFIER:de-id", "DE_ID_CARD"),
            Map.entry("IDENTIFIER:de-steuerid", "DE_TAX_ID"));

    /** Types whose numbers a person validates rather than finds, and the validator's name. */
    private static final Map<String, String> VALIDATORS = Map.of(
            "LUHN", "luhn", "IBAN_CODE", "iban", "SWIFT_CODE", "bic", "DE_VAT_ID", "de.vat", "DE_TAX_ID", "de.idnr");

    @ParameterizedTest
    @ValueSource(strings = {"presidio", "phileas", "ferret"})
    void everyDisagreementIsOnPurpose(String peer) throws IOException {
        RuleSet rules = RuleSet.shipped();
        TreeSet<String> known = new TreeSet<>();
        rules.detectors().forEach(detector -> known.add(detector.entity()));
        Map<String, String> deviations = deviations(peer);
        TreeSet<String> unused = new TreeSet<>(deviations.keySet());
        List<String> wrong = new ArrayList<>();
        TreeMap<String, int[]> table = new TreeMap<>();
        for (JsonObject row : SharedData.lines("data/peercases/" + peer + ".jsonl.gz")) {
            String type = TYPES.getOrDefault(row.string("entity"), row.string("entity"));
            String kind = row.string("kind");
            boolean verdict =
                    row.find("valid").filter(value -> value != Json.nothing()).isPresent();
            if (!known.contains(type) && !VALIDATORS.containsKey(type)) {
                table.computeIfAbsent(kind, none -> new int[3])[2]++;
                continue;
            }
            if (kind.equals("validate") && !verdict) {
                continue;
            }
            int[] counts = table.computeIfAbsent(kind, none -> new int[3]);
            counts[0]++;
            Optional<String> trouble =
                    kind.equals("validate") ? misjudgement(rules, row, type) : disagreement(rules, row, type);
            if (trouble.isEmpty()) {
                counts[1]++;
                continue;
            }
            unused.remove(row.string("id"));
            if (!deviations.containsKey(row.string("id"))) {
                wrong.add(row.string("id") + " " + type + " [" + row.string("text") + "] " + trouble.get());
            }
        }
        print(peer, table);
        assertThat(wrong).as("disagreements with %s", peer).isEmpty();
        assertThat(unused).as("deviations that no case needs").isEmpty();
    }

    /** One line a kind: cases of types we have, agreements, their share in hundredths of a percent, cases of other types. */
    private static void print(String peer, Map<String, int[]> table) throws IOException {
        StringBuilder lines = new StringBuilder(AgreementTable.HEAD);
        table.forEach((kind, counts) -> lines.append(AgreementTable.line(peer, kind, counts[0], counts[1], counts[2])));
        AgreementTable.show(peer, lines.toString());
    }

    /** A number by itself: judged by its validator, or found whole if right, and not at band possible if wrong. */
    private static Optional<String> misjudgement(RuleSet rules, JsonObject row, String type) {
        boolean expected = row.find("valid").orElseThrow().equals(Json.of(true));
        String text = row.string("text");
        String validator = VALIDATORS.get(type);
        boolean valid;
        if (validator == null) {
            int floor = expected ? 0 : ConfidenceBand.POSSIBLE.floor();
            int length = text.strip().codePointCount(0, text.strip().length());
            valid = of(type, rules, Hit.inThoroughly(rules, text.strip())).stream()
                    .anyMatch(hit -> hit.confidence() >= floor && hit.end() - hit.start() == length);
        } else {
            valid = Validators.valid(validator, text).orElseThrow();
        }
        return valid == expected ? Optional.empty() : Optional.of("judged " + valid);
    }

    private static List<Hit> of(String type, RuleSet rules, List<Hit> hits) {
        return hits.stream()
                .filter(hit -> rules.detector(rules.index(hit.detector()).orElseThrow())
                        .entity()
                        .equals(type))
                .toList();
    }

    private static Optional<String> disagreement(RuleSet rules, JsonObject row, String type) {
        List<Hit> hits = of(type, rules, Hit.inThoroughly(rules, row.string("text")));
        List<Json> spans = row.find("expected")
                .filter(expected -> expected != Json.nothing())
                .map(expected -> expected.asArray().values())
                .orElse(List.of());
        boolean positive = !spans.isEmpty()
                || row.string("kind").equals("context")
                || row.find("expected_count").map(Json::asLong).orElse(0L) > 0;
        if (!positive) {
            return hits.stream()
                    .filter(hit -> hit.confidence() >= ConfidenceBand.POSSIBLE.floor())
                    .findFirst()
                    .map(hit -> "found by " + hit.detector() + " at " + hit.confidence());
        }
        if (spans.isEmpty()) {
            return hits.isEmpty() ? Optional.of("nothing found") : Optional.empty();
        }
        return spans.stream()
                .map(Json::asObject)
                .filter(span -> hits.stream().noneMatch(hit -> overlaps(hit, span.int32("start"), span.int32("end"))))
                .findFirst()
                .map(span -> "not found at " + span.int32("start") + "-" + span.int32("end"));
    }

    private static boolean overlaps(Hit hit, int start, int end) {
        return 2 * (Math.min(hit.end(), end) - Math.max(hit.start(), start)) >= end - start;
    }

    /** Case id to reason. */
    private static Map<String, String> deviations(String peer) throws IOException {
        Map<String, String> deviations = new TreeMap<>();
        for (String line : Files.readAllLines(DEVIATIONS)) {
            String[] columns = line.split("\t", -1);
            if (!line.startsWith("#") && columns[0].equals(peer)) {
                assertThat(columns).as("a line of %s", DEVIATIONS).hasSize(3);
                deviations.put(columns[1], columns[2]);
            }
        }
        return deviations;
    }
}
