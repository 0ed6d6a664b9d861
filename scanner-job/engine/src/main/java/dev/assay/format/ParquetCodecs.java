package dev.assay.format;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.Zstd;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.lzo.LzoDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/**
 * Decompresses Parquet pages, with no Hadoop codec behind it. A page must come out at exactly its declared size. One
 * thread.
 */
final class ParquetCodecs {
    private static final int LZ4_FRAME_MAGIC = 0x04224D18;

    private final Decompressor lz4 = new Lz4Decompressor();
    private final Decompressor lzo = new LzoDecompressor();

    /** The largest size that so many compressed bytes can become; a bigger claim is a lie. */
    static long maxExpanded(CompressionCodec codec, long compressed) {
        return switch (codec) {
            case UNCOMPRESSED -> compressed;
            case SNAPPY -> compressed * 64 + 64;
            case LZ4, LZ4_RAW, LZO -> compressed * 256 + 64;
            case GZIP -> compressed * 1040 + 64;
            case ZSTD, BROTLI -> Long.MAX_VALUE;
        };
    }

    /**
     * Decompresses one page.
     *
     * @param length compressed bytes, from {@code offset} of {@code source}
     * @param size bytes it must become, from {@code at} of {@code target}
     */
    void decompress(CompressionCodec codec, byte[] source, int offset, int length, byte[] target, int at, int size)
            throws IOException {
        int made = switch (codec) {
            case UNCOMPRESSED -> copy(source, offset, length, target, at, size);
            case SNAPPY -> snappy(source, offset, length, target, at, size);
            case GZIP -> drain(new GZIPInputStream(new ByteArrayInputStream(source, offset, length)), target, at, size);
            case ZSTD -> zstd(source, offset, length, target, at, size);
            case LZ4_RAW -> lz4.decompress(source, offset, length, target, at, size);
            case LZ4 -> lz4(source, offset, length, target, at, size);
            case LZO -> framed(lzo, source, offset, length, target, at, size);
            case BROTLI -> brotli(source, offset, length, target, at, size);
        };
        if (made != size) {
            throw new IOException("the page gives " + made + " bytes, its header declares " + size);
        }
    }

    private static int copy(byte[] source, int offset, int length, byte[] target, int at, int size) {
        if (length == size) {
            System.arraycopy(source, offset, target, at, size);
        }
        return length;
    }

    private static int snappy(byte[] source, int offset, int length, byte[] target, int at, int size)
            throws IOException {
        try {
            int declared = Snappy.uncompressedLength(source, offset, length);
            return declared == size ? Snappy.uncompress(source, offset, length, target, at) : declared;
        } catch (IOException e) {
            throw new IOException("a page's SNAPPY bytes are damaged", e);
        }
    }

    private static int zstd(byte[] source, int offset, int length, byte[] target, int at, int size) throws IOException {
        long made = Zstd.decompressByteArray(target, at, size, source, offset, length);
        if (Zstd.isError(made)) {
            throw new IOException("ZSTD: " + Zstd.getErrorName(made));
        }
        return (int) made;
    }

    private static int brotli(byte[] source, int offset, int length, byte[] target, int at, int size)
            throws IOException {
        if (!Brotli4jLoader.isAvailable()) {
            throw new IOException("the Brotli library has no build for this platform");
        }
        return drain(new BrotliInputStream(new ByteArrayInputStream(source, offset, length)), target, at, size);
    }

    /** The old LZ4 codec: Hadoop's framing by the specification, a bare block or a frame by some writers. */
    private int lz4(byte[] source, int offset, int length, byte[] target, int at, int size) throws IOException {
        if (length >= 4 && ByteBuffer.wrap(source, offset, 4).getInt() == LZ4_FRAME_MAGIC) {
            return drain(
                    new FramedLZ4CompressorInputStream(new ByteArrayInputStream(source, offset, length)),
                    target,
                    at,
                    size);
        }
        if (isFramed(source, offset, length, size)) {
            return framed(lz4, source, offset, length, target, at, size);
        }
        return lz4.decompress(source, offset, length, target, at, size);
    }

    /** Whether the bytes are blocks of Hadoop's framing whose sizes add up to what is declared. */
    private static boolean isFramed(byte[] source, int offset, int length, int size) {
        ByteBuffer in = ByteBuffer.wrap(source, offset, length);
        long total = 0;
        while (in.remaining() >= 8) {
            int expanded = in.getInt();
            int packed = in.getInt();
            if (expanded < 0 || packed < 0 || packed > in.remaining()) {
                return false;
            }
            total += expanded;
            in.position(in.position() + packed);
        }
        return !in.hasRemaining() && total == size;
    }

    /**
     * Hadoop's framing, big-endian:
     *
     * <pre>
     *  size of the block, 4 │ { size compressed, 4 │ bytes } … until the block is full │ next block …
     * </pre>
     */
    private static int framed(
            Decompressor codec, byte[] source, int offset, int length, byte[] target, int at, int size)
            throws IOException {
        ByteBuffer in = ByteBuffer.wrap(source, offset, length);
        int made = 0;
        while (in.remaining() >= 8) {
            int blockEnd = Math.addExact(made, in.getInt());
            if (blockEnd < made || blockEnd > size) {
                throw new IOException("a block does not fit its page");
            }
            while (made < blockEnd) {
                int packed = in.remaining() < 4 ? -1 : in.getInt();
                if (packed < 0 || packed > in.remaining()) {
                    throw new IOException("a block ends early");
                }
                int step = codec.decompress(source, in.position(), packed, target, at + made, blockEnd - made);
                if (step <= 0) {
                    throw new IOException("a block is empty");
                }
                made += step;
                in.position(in.position() + packed);
            }
        }
        return made;
    }

    private static int drain(InputStream in, byte[] target, int at, int size) throws IOException {
        try (in) {
            int made = in.readNBytes(target, at, size);
            return made == size && in.read() >= 0 ? size + 1 : made;
        }
    }
}
