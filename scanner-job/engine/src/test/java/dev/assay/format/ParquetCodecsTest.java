package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lzo.LzoCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.junit.jupiter.api.Test;

/** The codecs no writer of ours makes: Hadoop's framing of LZ4 and LZO, and what passed for LZ4 before. */
class ParquetCodecsTest {
    private static final byte[] TEXT =
            "one cell, and another cell, and one cell more. ".repeat(40).getBytes(StandardCharsets.UTF_8);

    private static byte[] expand(CompressionCodec codec, byte[] packed, int size) throws IOException {
        byte[] target = new byte[size + 3];
        new ParquetCodecs().decompress(codec, packed, 0, packed.length, target, 3, size);
        return java.util.Arrays.copyOfRange(target, 3, target.length);
    }

    private static byte[] block(Compressor compressor, byte[] bytes) {
        byte[] target = new byte[compressor.maxCompressedLength(bytes.length)];
        int length = compressor.compress(bytes, 0, bytes.length, target, 0, target.length);
        return java.util.Arrays.copyOf(target, length);
    }

    private static byte[] framed(Compressor compressor) {
        byte[] block = block(compressor, TEXT);
        ByteBuffer frames = ByteBuffer.allocate(2 * (block.length + 8));
        for (int i = 0; i < 2; i++) {
            frames.putInt(TEXT.length).putInt(block.length).put(block);
        }
        return frames.array();
    }

    @Test
    void lz4AndLzoInHadoopsFraming() throws IOException {
        byte[] twice = ByteBuffer.allocate(2 * TEXT.length).put(TEXT).put(TEXT).array();

        assertThat(expand(CompressionCodec.LZ4, framed(new Lz4Compressor()), twice.length))
                .isEqualTo(twice);
        assertThat(expand(CompressionCodec.LZO, framed(new LzoCompressor()), twice.length))
                .isEqualTo(twice);
    }

    @Test
    void lz4AsABareBlockOrAFrame() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (FramedLZ4CompressorOutputStream out = new FramedLZ4CompressorOutputStream(frame)) {
            out.write(TEXT);
        }

        assertThat(expand(CompressionCodec.LZ4, block(new Lz4Compressor(), TEXT), TEXT.length))
                .isEqualTo(TEXT);
        assertThat(expand(CompressionCodec.LZ4, frame.toByteArray(), TEXT.length))
                .isEqualTo(TEXT);
    }

    @Test
    void gzipMembersOneAfterAnother() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            try (GZIPOutputStream out = new GZIPOutputStream(members)) {
                out.write(TEXT, i * TEXT.length / 2, TEXT.length / 2);
            }
        }

        assertThat(expand(CompressionCodec.GZIP, members.toByteArray(), TEXT.length))
                .isEqualTo(TEXT);
    }

    @Test
    void aPageOfAnotherSizeIsRefused() {
        byte[] packed = block(new Lz4Compressor(), TEXT);

        assertThatThrownBy(() -> expand(CompressionCodec.LZ4_RAW, packed, TEXT.length + 1))
                .hasMessageContaining("gives " + TEXT.length + " bytes, its header declares " + (TEXT.length + 1));
        assertThatThrownBy(() -> expand(CompressionCodec.UNCOMPRESSED, TEXT, 5)).isInstanceOf(IOException.class);
    }
}
