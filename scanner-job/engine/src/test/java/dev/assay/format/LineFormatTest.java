package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where files of lines are cut, and that nothing is lost or read twice there. */
class LineFormatTest {
    private static final String LINES =
            "{\"a\":\"one\"}\n\n{\"a\":\"two\"}\r\n{\"a\":\"a longer line, longer than sections\"}\n"
                    + "{\"a\":\"BZh\"}\nno JSON\n{\"a\":\"last\"}";

    @Test
    void everyCutGivesTheSameCellsInOrder() {
        List<String> whole = texts(Long.MAX_VALUE);
        assertThat(whole).hasSize(5);
        for (int sectionBytes = 1; sectionBytes < LINES.length(); sectionBytes++) {
            assertThat(texts(sectionBytes)).as("sections of %d", sectionBytes).isEqualTo(whole);
        }
    }

    @Test
    void cutsStayWhereTheyAreWhenLinesAreAppended() {
        List<Long> before = starts(LINES + "\n", 20);
        List<Long> after = starts(LINES + "\n" + LINES, 20);
        assertThat(before).hasSizeGreaterThan(2);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void aBadLineSaysBehindWhichByteItWasCounted() {
        CollectingSink sink = read(LINES, 20);
        assertThat(sink.skipped).singleElement().asString().contains(" behind byte ");
        assertThat(read(LINES, Long.MAX_VALUE).skipped)
                .singleElement()
                .asString()
                .contains("Line 6 ")
                .doesNotContain("behind");
    }

    @Test
    void textInTwoByteUnitsIsNotCut() {
        byte[] wide = ("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_16LE);
        InMemoryFile file = new InMemoryFile("x.jsonl", wide);
        assertThat(new JsonLinesFormat(20).layout(file.stored(), file, 1).sections())
                .hasSize(1);
    }

    /** In plain text a section may begin like a compressed file. */
    @Test
    void aSectionIsTextWhateverItBeginsWith() {
        InMemoryFile file = InMemoryFile.of("x.txt", "twelve bytes\nBZh91AY&SY\nmore");
        CollectingSink sink = Reading.read(new PlainTextFormat(12), file, 1);
        assertThat(sink.at("text").cells)
                .hasSize(3)
                .anySatisfy(cell -> assertThat(cell).endsWith("BZh91AY&SY"));
    }

    private static CollectingSink read(String text, long sectionBytes) {
        return Reading.read(new JsonLinesFormat(sectionBytes), InMemoryFile.of("x.jsonl", text), 1);
    }

    private static List<String> texts(long sectionBytes) {
        return read(LINES, sectionBytes).at("a").texts();
    }

    private static List<Long> starts(String text, long sectionBytes) {
        InMemoryFile file = InMemoryFile.of("x.jsonl", text);
        return new JsonLinesFormat(sectionBytes)
                .layout(file.stored(), file, 1).sections().stream()
                        .map(FileSection::start)
                        .toList();
    }
}
