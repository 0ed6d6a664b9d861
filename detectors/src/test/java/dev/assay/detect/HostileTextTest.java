package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text made to be slow costs a bounded number of steps a byte, and twice the text twice the steps. */
@Tag("slow")
class HostileTextTest {
    private static final int LENGTH = 30_000;

    /** Far below the longest match, which is what each byte would cost if walks were repeated; prose costs about two. */
    private static final int MOST_STEPS_A_BYTE = 60;

    /** What a user runs, and shapes made to collide: each for itself, as one automaton of both takes minutes to make. */
    private static final List<RuleSet> RULES = List.of(RuleSet.shipped(), RuleSet.of(colliding()));

    private static List<Detector> colliding() {
        List<Detector> detectors = new ArrayList<>(Shapes.colliding());
        detectors.add(
                Shapes.plain("jwt", "eyJ[A-Za-z0-9_-]{4,}\\.eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*", Boundary.TOKEN));
        detectors.addAll(Shapes.many(40));
        return detectors;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "@",
                ":",
                "0",
                "-",
                ".",
                " ",
                "é",
                "漢",
                "a.",
                "1-",
                "1.",
                "1 ",
                "a@",
                "aaaa@",
                "x@a.",
                "http://",
                "http://a:b",
                "://",
                "eyJaaaa-",
                "eyJaaaa-eyJaaaa.",
                "eyJaaaa.",
                "1234567890",
                "12:34:",
                "fe80::",
                "::",
                "aa:bb:cc:dd:ee:ff:",
                "pass=",
                "password: \"",
                "k=a",
                "a=",
                "tk_",
                "TK_aaaa ",
                "anna@firma.io ",
                "ab",
                "abab ",
                "10.20.30.40.",
                "10.20.30.40 ",
                "AB123 code ",
                "&amp;",
                "&amp;amp;",
                "&#64;",
                "%25",
                "%2525",
                "%40",
                "\\u0040",
                "\\\\u005c",
                "\\n1",
                "7\u200B",
                "\uFF17",
                "\u0667 ",
                "a\u0430",
                "a\u00AD@",
                "QUtJ",
                "ZGF0YTogYUB4LmlvIA",
                "YSBiIGMgZCBlIGYgZyBoIGkgaiBr=",
                "&",
                "\\",
                "a\u2013",
                "anna%40firma.io "
            })
    void repeatedPiecesStayLinear(String piece) {
        for (RuleSet rules : RULES) {
            long once = steps(rules, piece.repeat(LENGTH / piece.length()).getBytes(StandardCharsets.UTF_8));
            long twice = steps(rules, piece.repeat(2 * LENGTH / piece.length()).getBytes(StandardCharsets.UTF_8));
            assertThat(once).as("steps").isLessThan((long) MOST_STEPS_A_BYTE * LENGTH);
            assertThat(twice).as("steps for twice the text").isLessThan(once * 5 / 2 + 10_000);
        }
    }

    @Test
    void bytesThatAreNoUtf8StayLinear() {
        Random random = new Random(5);
        byte[] noise = new byte[LENGTH];
        random.nextBytes(noise);
        assertThat(RULES)
                .allSatisfy(rules -> assertThat(steps(rules, noise)).isLessThan((long) MOST_STEPS_A_BYTE * LENGTH));
        Arrays.fill(noise, (byte) 0x80);
        assertThat(RULES).allSatisfy(rules -> assertThat(steps(rules, noise)).isZero());
        Arrays.fill(noise, CellBatch.SEPARATOR);
        assertThat(RULES).allSatisfy(rules -> assertThat(steps(rules, noise)).isZero());
    }

    @Test
    void aSeparatorInsideACellPartsItsTextLikeAnyOtherBadByte() {
        byte[] text = "anna@firma.io?tom@firma.io".getBytes(StandardCharsets.UTF_8);
        text[13] = CellBatch.SEPARATOR;
        CellBatch batch = new CellBatch(16);
        batch.add(text, 0, text.length);
        Findings findings = new Findings();
        RuleSet rules = RuleSet.shipped();
        rules.scanner().scan(batch, rules.column(""), findings);
        assertThat(findings.size()).isEqualTo(2);
        assertThat(findings.cell(1)).isZero();
        assertThat(findings.start(1)).isEqualTo(14);
        assertThat(findings.end(1)).isEqualTo(26);
    }

    @Test
    void aHundredThousandAddressesInACellAreAllFound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append('n').append(i).append("@firma.io,");
        }
        CellBatch batch = CellBatch.of(List.of(text.toString()));
        Findings findings = new Findings();
        RuleSet rules = RuleSet.shipped();
        rules.scanner().scan(batch, rules.column(""), findings);
        assertThat(findings.size()).isEqualTo(100_000);
    }

    @Test
    void emptyCellsAndEmptyBatchesHoldNothing() {
        RuleSet rules = RuleSet.shipped();
        Findings findings = new Findings();
        CellScanner scanner = rules.scanner();
        scanner.scan(new CellBatch(0), rules.column(""), findings);
        assertThat(findings.size()).isZero();
        scanner.scan(CellBatch.of(List.of("", "", "a@firma.io", "", "b@firma.io", "")), rules.column(""), findings);
        assertThat(findings.size()).isEqualTo(2);
        assertThat(findings.cell(0)).isEqualTo(2);
        assertThat(findings.cell(1)).isEqualTo(4);
    }

    @Test
    void whatIsNotReadToTheBottomIsSaid() {
        String deep = "a %252525252540 b";
        String hidden = Base64.getEncoder()
                .encodeToString("word and word, ".repeat(4_000).getBytes(StandardCharsets.UTF_8));
        CellBatch batch = CellBatch.of(List.of("plain", deep, "a %2540 b", hidden, hidden));
        Findings findings = new Findings();
        RuleSet rules = RuleSet.shipped();
        rules.scanner().scan(batch, rules.column(""), findings);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < findings.limited(); i++) {
            said.add(findings.limitedCell(i) + " " + findings.limit(i));
        }
        assertThat(said).containsExactly("1 DEEPER_ENCODING", "3 LONGER_BASE64", "4 LONGER_BASE64");
    }

    private static long steps(RuleSet rules, byte[] text) {
        CellBatch batch = new CellBatch(text.length);
        batch.add(text, 0, text.length);
        CellScanner scanner = rules.scanner();
        scanner.scan(batch, rules.column(""), new Findings());
        return scanner.steps();
    }
}
