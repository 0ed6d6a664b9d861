package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Prefixes;
import dev.assay.detect.shape.Shape;
import dev.assay.detect.text.AsciiBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A front filter names the positions where a shape may begin: each of them, whatever else it names, and few others. */
class FrontTest {
    private static final String PIECES = " \n.,:;=\"'/-_@#(){}0123456789abcdefghijklmnopqrstuvwxyzABCXYZäß漢\u00a0";

    /** Random text with what the shapes look for strewn in. */
    private static CellBatch text(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<String> strewn = List.of("ghp_Ab3", "token: ", "Password=", "4929 1234", "AB12", "é", "ghp", "pass");
        while (text.length() < 6_000) {
            if (random.nextInt(12) == 0) {
                text.append(strewn.get(random.nextInt(strewn.size())));
            } else {
                int at = random.nextInt(PIECES.length());
                text.append(PIECES.charAt(at));
            }
        }
        return CellBatch.of(List.of(text.substring(0, 2_500), text.substring(2_500)));
    }

    private static List<FrontPlanner.Beginning> beginnings(String shape, ByteSet before) {
        return Prefixes.branches(Shape.parse(shape), 32).stream()
                .map(branch -> new FrontPlanner.Beginning(before, Prefixes.of(branch, FrontMasks.DEPTH)))
                .toList();
    }

    private static boolean begins(byte[] bytes, int at, FrontPlanner.Beginning beginning, int depth) {
        if (!beginning.before().contains(bytes[at - 1] & 0xFF)) {
            return false;
        }
        for (int i = 0; i < depth; i++) {
            if (!beginning.bytes().get(i).contains(bytes[at + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> positions(int[] found, int count) {
        return Arrays.stream(found, 0, count).boxed().toList();
    }

    private static int[] all(CellBatch batch) {
        int[] all = new int[batch.limit()];
        for (int at = CellBatch.PADDING; at < batch.limit(); at++) {
            all[at - CellBatch.PADDING] = at;
        }
        return Arrays.copyOf(all, batch.limit() - CellBatch.PADDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void placesAreWhereWordsMayBegin(long seed) {
        CellBatch batch = text(seed);
        byte[] bytes = batch.bytes();
        List<Integer> expected = new ArrayList<>();
        for (int at = CellBatch.PADDING; at < batch.limit(); at++) {
            boolean inside = Places.WORD.contains(bytes[at - 1] & 0xFF);
            boolean anywhere = bytes[at] == '_' || ((bytes[at] & 0xFF) >= 0xC0 && (bytes[at] & 0xFF) < 0xFF);
            boolean begins = bytes[at] == '-' || Places.WORD.contains(bytes[at] & 0xFF);
            if (anywhere || (begins && !inside)) {
                expected.add(at);
            }
        }
        int[] found = new Places(ByteSet.of("_"), ByteSet.of("-")).all(bytes, CellBatch.PADDING, batch.limit());

        assertThat(positions(found, found.length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void masksLetNoBeginningOut(long seed) {
        List<List<FrontPlanner.Beginning>> shapes = List.of(
                beginnings("[0-9]{4}[ -]?[0-9]{4}", ByteSet.of("0123456789").complement()),
                beginnings("(?i:token|password)[:=]", ByteSet.ALL),
                beginnings("[A-Z]{2}[0-9]{2}", Places.WORD.complement()));
        FrontPlanner.Planned planned = FrontPlanner.plan(shapes, 2, samplePositions());
        CellBatch batch = text(seed);
        byte[] bytes = batch.bytes();
        int[] all = all(batch);
        int[] found = new int[all.length + 1];
        ScalarFront front = new ScalarFront(planned.masks());

        int count = front.survivors(bytes, all, 0, all.length, found, 0);

        TreeSet<Integer> kept = new TreeSet<>(positions(found, count));
        long[] allowed = new long[all.length];
        Arrays.fill(allowed, planned.buckets().get(0));
        int[] ofFirst = new int[all.length + 1];
        int firstCount = front.survivors(bytes, all, allowed, all.length, ofFirst, 0);
        assertThat(kept).containsAll(positions(ofFirst, firstCount));
        for (int at : all) {
            for (int shape = 0; shape < shapes.size(); shape++) {
                boolean begins = shapes.get(shape).stream()
                        .anyMatch(beginning -> begins(bytes, at, beginning, FrontMasks.DEPTH));
                if (begins) {
                    assertThat(kept).contains(at);
                }
                if (begins && shape == 0) {
                    assertThat(positions(ofFirst, firstCount)).contains(at);
                }
            }
        }
        assertThat(count).isLessThan(all.length / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void openingsLetNoBeginningOutAndMostWordsAndTimesPass(long seed) {
        List<List<FrontPlanner.Beginning>> shapes = List.of(
                beginnings("[0-9]{4}[ -]?[0-9]{4}", ByteSet.ALL),
                beginnings("[A-Z]{2}[0-9]{2}", ByteSet.ALL),
                beginnings("-u [^\\s:]+:", ByteSet.ALL),
                beginnings("[A-HJ-NPR-Z0-9]{17}", ByteSet.ALL),
                beginnings("é[a-z]*[0-9]", ByteSet.ALL));
        long[] table = Openings.of(shapes).table();
        CellBatch batch = text(seed);
        byte[] bytes = batch.bytes();
        for (int at : all(batch)) {
            if (shapes.stream().flatMap(List::stream).anyMatch(b -> begins(bytes, at, b, Long.BYTES))) {
                assertThat(opens(table, bytes, at)).isTrue();
            }
        }
        for (String word : List.of(
                "harbour ",
                "the ship",
                "a letter",
                "towns. Y",
                "wharves",
                "nineteen",
                "12:03:45",
                "200 4121",
                "GET /1 x")) {
            CellBatch prose = CellBatch.of(List.of(word + " of the town"));
            assertThat(opens(table, prose.bytes(), prose.start(0))).as(word).isFalse();
        }
    }

    private static boolean opens(long[] table, byte[] bytes, int at) {
        long eight = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
        return Openings.lookUp(table, eight, AsciiBytes.digits(eight), AsciiBytes.lettersOrDigits(eight)) == 1;
    }

    private static int[] samplePositions() {
        byte[] sample = FrontPlanner.sample();
        return new Places(ByteSet.NONE, ByteSet.ALL).all(sample, CellBatch.PADDING, sample.length - CellBatch.PADDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void literalsLetNoRunOut(long seed) {
        List<List<FrontPlanner.Beginning>> shapes = List.of(
                beginnings("ghp_[A-Za-z0-9]{3}", ByteSet.ALL), beginnings("(?i:token|pass)[a-z:=]", ByteSet.ALL));
        CellBatch batch = text(seed);
        byte[] bytes = batch.bytes();
        int[] found = new int[batch.limit() + 2];

        // From and to are no multiples of four on purpose.
        int from = CellBatch.PADDING + 3;
        int count = new LiteralFront(FrontLiterals.of(shapes)).survivors(bytes, from, batch.limit(), found, 0);

        List<Integer> kept = positions(found, count);
        assertThat(kept).isSorted().doesNotHaveDuplicates().allMatch(at -> at >= from && at < batch.limit());
        for (int at = from; at < batch.limit(); at++) {
            int place = at;
            if (shapes.stream().flatMap(List::stream).anyMatch(b -> begins(bytes, place, b, FrontLiterals.GRAM))) {
                assertThat(kept).contains(at);
            }
        }
        assertThat(count).isLessThan(batch.limit() / 10);
    }

    @Test
    void aShapeOfManyBeginningsHasNoRuns() {
        assertThat(FrontLiterals.runs(beginnings("[0-9]{8}", ByteSet.ALL), 1_000))
                .isEmpty();
        assertThat(FrontLiterals.runs(beginnings("(?i:ab)[0-9][a-c]", ByteSet.ALL), 1_000))
                .hasSize(30);
    }

    @Test
    void wordsAreFoundHoweverTheyAreWritten() {
        WordStarts starts = new WordStarts();
        List<String> words = List.of("is", "ssn", "password", "né", "č", "user agent", "番号", "c p f");
        words.forEach(starts::add);
        for (String text : List.of(
                "is",
                "Is.",
                "IS it",
                "ssn",
                "SSN:",
                "Password",
                "PASSWORDS",
                "né",
                "NÉ",
                "Č",
                "User-Agent",
                "番号は",
                "C.P.F",
                "c")) {
            byte[] utf8 = (" " + text + "    ").getBytes(StandardCharsets.UTF_8);
            CellBatch batch = new CellBatch(utf8.length);
            batch.add(utf8, 0, utf8.length);
            assertThat(kept(starts, batch)).as(text).isOne();
        }
        for (String text : List.of("isle", "ssns", "pasture", "canal", "user", "12", "番", "号")) {
            byte[] utf8 = (" " + text + "    ").getBytes(StandardCharsets.UTF_8);
            CellBatch batch = new CellBatch(utf8.length);
            batch.add(utf8, 0, utf8.length);
            // The first word of a phrase is let through, whatever follows.
            assertThat(kept(starts, batch)).as(text).isEqualTo(text.equals("user") || text.equals("番") ? 1 : 0);
        }
    }

    private static int kept(WordStarts starts, CellBatch batch) {
        int[] places = {batch.start(0) + 1, 0};
        boolean begins = starts.beginnings().keep(batch.bytes(), places, 1, places) == 1;
        return begins && starts.mayBegin(batch.bytes(), places[0]) ? 1 : 0;
    }
}
