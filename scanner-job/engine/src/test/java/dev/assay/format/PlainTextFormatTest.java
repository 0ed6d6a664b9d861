package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;

class PlainTextFormatTest extends FileFormatContract {
    private static final String SAMPLE = "first line\r\nzweite Zeile, größer\n\nlast, without an end";

    @Override
    FileFormat format() {
        return new PlainTextFormat();
    }

    @Override
    InMemoryFile sample() {
        return InMemoryFile.of("notes.txt", SAMPLE);
    }

    @Override
    long sampleRows() {
        return 4;
    }

    private static List<String> texts(byte[] bytes) {
        return Reading.read(new InMemoryFile("x", bytes), 1).at("text").cells;
    }

    @Test
    void aLineIsARow() {
        CollectingSink sink = Reading.read(sample(), 1);

        assertThat(sink.at("text").cells)
                .containsExactly("0:first line", "1:zweite Zeile, größer", "3:last, without an end");
        assertThat(sink.at("text").nulls).isEqualTo(1);
    }

    @Test
    void byteOrderMarksDecideTheEncoding() {
        List<String> expected = texts(SAMPLE.getBytes(StandardCharsets.UTF_8));
        String marked = "\uFEFF" + SAMPLE + "😀";
        List<String> withEmoji = texts((SAMPLE + "😀").getBytes(StandardCharsets.UTF_8));

        assertThat(texts(("\uFEFF" + SAMPLE).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            assertThat(texts(marked.getBytes(Charset.forName(charset))))
                    .as(charset)
                    .isEqualTo(withEmoji);
        }
    }

    @Test
    void compressedTextIsReadThrough() throws IOException {
        List<String> expected = texts(SAMPLE.getBytes(StandardCharsets.UTF_8));

        assertThat(texts(packed("gz"))).isEqualTo(expected);
        assertThat(texts(packed("zst"))).isEqualTo(expected);
        assertThat(texts(packed("bz2"))).isEqualTo(expected);
    }

    @Test
    void membersOneAfterAnotherAreOneText() throws IOException {
        for (String kind : List.of("gz", "zst", "bz2")) {
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            twice.writeBytes(packed(kind));
            twice.writeBytes(packed(kind));
            assertThat(texts(twice.toByteArray())).as(kind).hasSize(5).contains("3:last, without an endfirst line");
        }
    }

    @Test
    void aTruncatedCompressedFileGivesWhatItHasAndReportsTheRest() throws IOException {
        for (String kind : List.of("gz", "zst", "bz2")) {
            byte[] packed = packed(kind);
            CollectingSink sink = Reading.read(
                    new PlainTextFormat(), new InMemoryFile("x", Arrays.copyOf(packed, packed.length - 5)), 1);
            assertThat(sink.skipped).as(kind).singleElement().asString().startsWith("The compressed file is damaged");
        }
    }

    @Test
    void garbageAfterTheCompressedPartIsReported() throws IOException {
        for (String kind : List.of("gz", "zst", "bz2")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(packed(kind));
            out.writeBytes("left over by somebody".getBytes(StandardCharsets.UTF_8));
            CollectingSink sink = Reading.read(new PlainTextFormat(), new InMemoryFile("x", out.toByteArray()), 1);
            assertThat(sink.skipped).as(kind).isNotEmpty();
            assertThat(sink.at("text").cells).as(kind).isNotEmpty();
        }
    }

    @Test
    void aBombDoesNotFillTheMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            byte[] line = new byte[1 << 16];
            Arrays.fill(line, (byte) 'a');
            line[line.length - 1] = '\n';
            for (int i = 0; i < 1024; i++) {
                gzip.write(line);
            }
        }
        CountingSink sink = new CountingSink();
        InMemoryFile bomb = new InMemoryFile("x.gz", out.toByteArray());
        PlainTextFormat format = new PlainTextFormat();
        format.read(
                format.layout(bomb.stored(), bomb, 1).sections().get(0),
                new dev.assay.storage.SectionReader(bomb, 0, bomb.length()),
                sink);

        assertThat(sink.cellBytes()).isEqualTo(1024L * 65535);
    }

    @Test
    void aLineWithoutEndComesInPieces() {
        String letter = "ü";
        byte[] bytes = ("x" + letter.repeat(9 << 20)).getBytes(StandardCharsets.UTF_8);
        CollectingSink sink = Reading.read(new PlainTextFormat(), new InMemoryFile("x", bytes), 1);

        assertThat(sink.at("text").count).isEqualTo(2);
        assertThat(sink.at("text").invalid).isZero();
        assertThat(sink.irregular).hasSize(1);
        assertThat(String.join("", sink.at("text").texts())).hasSize(1 + (9 << 20));
    }

    @Test
    void binaryIsNoText() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        InMemoryFile file = new InMemoryFile("photo.dat", picture);

        assertThatThrownBy(() -> Formats.detect(file.stored(), file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("photo.dat")
                .hasMessageContaining("no Parquet, JSON, CSV or text");
    }

    private static byte[] packed(String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packer = switch (kind) {
            case "gz" -> new GZIPOutputStream(out);
            case "zst" -> new com.github.luben.zstd.ZstdOutputStream(out);
            default -> new BZip2CompressorOutputStream(out);
        }) {
            packer.write(SAMPLE.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
