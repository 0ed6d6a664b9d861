package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * A value written otherwise is found all the same, by the same detector and at its very place, whatever stands around it;
 * and no reading makes one value two.
 */
class ReadingLawTest {
    private static final long SEED = 20_261_128L;
    private static final RuleSet RULES = RuleSet.shipped();
    private static final CellScanner SCANNER = RULES.scanner();

    /** Detector and an invented value that needs no context. */
    private static final Map<String, String> VALUES = Map.of(
            "email", "ada.wren@finchpost.net",
            "credit-card", "4532 9811 0462 7187",
            "iban", "DE22 3705 0299 0187 2645 31",
            "phone-international", "+49 30 901820",
            "ipv4", "84.17.203.91");

    /** Ways to write a value; those of the second kind are for values of digits and separators. */
    private static final Map<String, BiFunction<String, Random, String>> WAYS = ways();

    private static Map<String, BiFunction<String, Random, String>> ways() {
        Map<String, BiFunction<String, Random, String>> ways = new LinkedHashMap<>();
        ways.put("full width", (value, random) -> map(value, c -> c == ' ' ? 0x3000 : c - '!' + 0xFF01));
        ways.put("mathematical letters", (value, random) -> map(value, ReadingLawTest::mathematical));
        ways.put("Arabic-Indic digits", (value, random) -> digits(value, 0x660));
        ways.put("Persian digits", (value, random) -> digits(value, 0x6F0));
        ways.put("Devanagari digits", (value, random) -> digits(value, 0x966));
        ways.put("Bengali digits", (value, random) -> digits(value, 0x9E6));
        ways.put("Thai digits", (value, random) -> digits(value, 0xE50));
        ways.put("Adlam digits", (value, random) -> digits(value, 0x1E950));
        ways.put("zero-width spaces", (value, random) -> sprinkle(value, random, "\u200B"));
        ways.put("soft hyphens", (value, random) -> sprinkle(value, random, "\u00AD"));
        ways.put("word joiners", (value, random) -> sprinkle(value, random, "\u2060"));
        ways.put("escaped soft hyphens", (value, random) -> sprinkle(value, random, "&shy;"));
        ways.put("no-break spaces", (value, random) -> value.replace(' ', '\u00A0'));
        ways.put("thin spaces", (value, random) -> value.replace(' ', '\u2009'));
        ways.put("narrow no-break spaces", (value, random) -> value.replace(' ', '\u202F'));
        ways.put("entities of blanks", (value, random) -> value.replace(" ", "&nbsp;"));
        ways.put("dashes", (value, random) -> value.replace(' ', '\u2011'));
        ways.put("en dashes", (value, random) -> value.startsWith("+") ? value : value.replace(' ', '\u2013'));
        ways.put("decimal entities", (value, random) -> escape(value, random, c -> "&#" + c + ";"));
        ways.put(
                "hexadecimal entities",
                (value, random) -> escape(value, random, c -> "&#x" + Integer.toHexString(c) + ";"));
        ways.put(
                "named entities",
                (value, random) ->
                        value.replace("@", "&commat;").replace(".", "&period;").replace("+", "&plus;"));
        ways.put("percent", (value, random) -> escape(value, random, c -> String.format("%%%02X", c)));
        ways.put(
                "form",
                (value, random) ->
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        ways.put("percent twice", (value, random) -> value.replace("@", "%2540").replace(" ", "%2520"));
        ways.put("JSON", (value, random) -> escape(value, random, c -> String.format("\\u%04x", c)));
        ways.put("JSON twice", (value, random) -> escape(value, random, c -> String.format("\\\\u%04x", c)));
        ways.put("backslash x", (value, random) -> escape(value, random, c -> String.format("\\x%02x", c)));
        return ways;
    }

    @Test
    void aValueWrittenOtherwiseIsFoundAtItsPlace() {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        WAYS.forEach((way, write) -> VALUES.forEach((detector, value) -> {
            for (String around :
                    List.of("%s", "see %s, please", "wir schrieben an %s – danke", "ответ: %s.", "%s\n%s")) {
                if (!detector.equals("credit-card") && (way.startsWith("dash") || way.startsWith("en dash"))) {
                    continue;
                }
                String written = write.apply(value, random);
                String text = around.replace("%s", written);
                int start = around.substring(0, around.indexOf("%s")).length();
                int from = text.codePointCount(0, start);
                int to = from + written.codePointCount(0, written.length());
                List<Hit> hits = Hit.in(RULES, SCANNER, text, "");
                boolean found = hits.stream().anyMatch(hit -> is(hit, detector, from, to) && hit.winner());
                if (!found) {
                    missed.add(way + " of " + detector + " in \"" + text + "\" at " + from + "-" + to + ": " + hits);
                }
            }
        }));
        assertThat(missed).as("seed %d", SEED).isEmpty();
    }

    @Test
    void aValueInsideBase64IsFoundOnTheCharactersThatHideIt() {
        List<String> missed = new ArrayList<>();
        VALUES.forEach((detector, value) -> {
            for (String hidden : List.of("%s", "{\"contact\": \"%s\", \"ok\": true}", "name=ada&to=%s")) {
                String plain = hidden.replace("%s", value) + " ".repeat(20);
                for (int times = 1; times <= 2; times++) {
                    String encoded = plain;
                    for (int i = 0; i < times; i++) {
                        encoded = Base64.getEncoder()
                                .withoutPadding()
                                .encodeToString(encoded.getBytes(StandardCharsets.UTF_8));
                    }
                    String text = "payload: " + encoded + " end";
                    int end = 9 + encoded.length();
                    boolean found = Hit.in(RULES, SCANNER, text, "").stream()
                            .anyMatch(hit -> hit.detector().equals(detector) && hit.start() >= 9 && hit.end() <= end);
                    if (!found) {
                        missed.add(detector + " in " + text);
                    }
                }
            }
        });
        assertThat(missed).isEmpty();
    }

    @Test
    void onlyTheCharactersThatHideTheValueAreToldOf() {
        String encoded = Base64.getEncoder()
                .encodeToString("to: ada.wren@finchpost.net, thanks".getBytes(StandardCharsets.UTF_8));
        // Bytes 4 to 25 of the hidden text are bits of characters 5 to 35.
        assertThat(Hit.in(RULES, SCANNER, encoded, ""))
                .anyMatch(hit -> hit.detector().equals("email") && hit.start() == 5 && hit.end() == 35);
    }

    @Test
    void noReadingMakesOneValueTwo() {
        Random random = new Random(SEED);
        List<String> pieces = new ArrayList<>(List.of(
                "&amp;", "%20", "\\n", "\u200B", "\u00A0", " ", "a", "7", "@", ".", "&#64;", "%40", "\uFF15", "аb",
                "-"));
        pieces.addAll(VALUES.values());
        WAYS.values().forEach(write -> VALUES.values().forEach(value -> pieces.add(write.apply(value, random))));
        for (int i = 0; i < 300; i++) {
            Collections.shuffle(pieces, random);
            String text = String.join("", pieces.subList(0, 8));
            List<Hit> hits = Hit.in(RULES, SCANNER, text, "");
            for (Hit one : hits) {
                assertThat(one.end()).as(text).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
                assertThat(hits.stream()
                                .filter(other -> other.detector().equals(one.detector())
                                        && other.start() < one.end()
                                        && one.start() < other.end()))
                        .as("%s in %s, seed %d", one, text, SEED)
                        .hasSize(1);
            }
        }
    }

    @Test
    void whatIsFoundInACellDoesNotDependOnItsNeighbours() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        WAYS.values().forEach(write -> VALUES.values().forEach(value -> texts.add("x " + write.apply(value, random))));
        Collections.shuffle(texts, random);
        CellBatch batch = CellBatch.of(texts);
        Findings together = new Findings();
        SCANNER.scan(batch, RULES.column(""), together);
        int at = 0;
        for (int cell = 0; cell < texts.size(); cell++) {
            CellBatch alone = CellBatch.of(List.of(texts.get(cell)));
            Findings findings = new Findings();
            SCANNER.scan(alone, RULES.column(""), findings);
            for (int i = 0; i < findings.size(); i++, at++) {
                assertThat(List.of(
                                together.cell(at),
                                together.start(at),
                                together.end(at),
                                together.detector(at),
                                together.confidence(at)))
                        .as(texts.get(cell))
                        .containsExactly(
                                cell, findings.start(i), findings.end(i), findings.detector(i), findings.confidence(i));
            }
        }
        assertThat(together.size()).isEqualTo(at);
    }

    private static boolean is(Hit hit, String detector, int from, int to) {
        return hit.detector().equals(detector)
                && hit.start() == from
                && hit.end() == to
                && hit.confidence() >= ConfidenceBand.LIKELY.floor();
    }

    private static String map(String value, java.util.function.IntUnaryOperator reading) {
        StringBuilder out = new StringBuilder();
        value.codePoints().map(reading).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int mathematical(int c) {
        if (c >= 'a' && c <= 'z') {
            return 0x1D5BA + c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 0x1D5A0 + c - 'A';
        }
        return c >= '0' && c <= '9' ? 0x1D7F6 + c - '0' : c;
    }

    private static String digits(String value, int zero) {
        return map(value, c -> c >= '0' && c <= '9' ? zero + c - '0' : c);
    }

    /** Puts something between some characters. */
    private static String sprinkle(String value, Random random, String what) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            out.append(value.charAt(i));
            if (i + 1 < value.length() && random.nextInt(3) == 0) {
                out.append(what);
            }
        }
        return out.toString();
    }

    /** Escapes some characters, and all that are neither letter nor digit. */
    private static String escape(String value, Random random, java.util.function.IntFunction<String> way) {
        StringBuilder out = new StringBuilder();
        value.chars()
                .forEach(c -> out.append(
                        Character.isLetterOrDigit(c) && random.nextInt(4) > 0 ? Character.toString(c) : way.apply(c)));
        return out.toString();
    }
}
