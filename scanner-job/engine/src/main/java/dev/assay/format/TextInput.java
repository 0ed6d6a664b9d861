package dev.assay.format;

import com.github.luben.zstd.ZstdInputStream;
import dev.assay.storage.HashingReader;
import dev.assay.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The text of a file as UTF-8 bytes: decompressed if it is gzip, zstd or bzip2, by its first bytes; without byte order
 * mark; transcoded if that mark says UTF-16 or UTF-32. Where the compressed stream breaks, the text simply ends and
 * {@link #failure()} says why. One thread.
 */
final class TextInput extends InputStream {
    /** How much of a file its format is told by. */
    static final int HEAD_BYTES = 64 << 10;

    private static final int MARK_BYTES = 4;
    private static final int[] GZIP = {0x1F, 0x8B};
    private static final int[] ZSTD = {0x28, 0xB5, 0x2F, 0xFD};
    private static final int[] BZIP2 = {'B', 'Z', 'h'};
    private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};
    private static final int[] UTF_32_LE = {0xFF, 0xFE, 0, 0};
    private static final int[] UTF_32_BE = {0, 0, 0xFE, 0xFF};
    private static final int[] UTF_16_LE = {0xFF, 0xFE};
    private static final int[] UTF_16_BE = {0xFE, 0xFF};

    /** How files begin whose text is not their bytes. */
    private static final List<int[]> OTHERWISE = List.of(GZIP, ZSTD, BZIP2, UTF_32_LE, UTF_32_BE, UTF_16_LE, UTF_16_BE);

    private final FileStream.Source source;
    private final FileStream file;
    private final InputStream text;
    private Optional<String> failure = Optional.empty();

    private TextInput(FileStream.Source source, FileStream file, boolean begins) {
        this.source = source;
        this.file = file;
        if (!begins) {
            text = file;
            return;
        }
        InputStream opened;
        try {
            opened = transcoded(new Failing(decompressed(file)));
        } catch (IOException e) {
            failure = Optional.of(Reason.of(e));
            opened = new ByteArrayInputStream(new byte[0]);
        }
        this.text = opened;
    }

    /** Opens a section. One that does not begin its file is UTF-8 as it stands, whatever its first bytes look like. */
    static TextInput of(FileSection section, HashingReader reader) {
        FileStream.Source source = reader::read;
        return new TextInput(source, new FileStream(source, section.start(), section.end()), section.start() == 0);
    }

    /** The first bytes of a file's text. */
    static byte[] head(FileStream.Source source, long length) throws IOException {
        return new TextInput(source, new FileStream(source, 0, length, HEAD_BYTES), true).readNBytes(HEAD_BYTES);
    }

    /** The same of a file that lies in plain bytes, of which no more than {@link #HEAD_BYTES} are read. */
    static byte[] head(FileStream.Source source, StoredFile file) {
        try {
            return head(source, headBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes of a file are read to tell what it holds. */
    static long headBytes(StoredFile file) {
        return Math.min(HEAD_BYTES, file.length());
    }

    /** Whether the text of a file that begins so is its bytes: neither compressed nor in units of more than one byte. */
    static boolean isPlain(byte[] fileHead) {
        return OTHERWISE.stream().noneMatch(magic -> starts(fileHead, magic));
    }

    /** Where the text of such a file begins: behind a byte order mark of UTF-8. */
    static int textStart(byte[] fileHead) {
        return starts(fileHead, UTF_8) ? UTF_8.length : 0;
    }

    /** The bytes of the file this is of, also beyond its section. */
    FileStream.Source ofFile() {
        return source;
    }

    /** Why the text ended before its end. */
    Optional<String> failure() {
        return failure;
    }

    /** Bytes of the file that were not read. */
    long unread() {
        return file.unread();
    }

    private static InputStream decompressed(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, MARK_BYTES);
        byte[] head = in.readNBytes(MARK_BYTES);
        in.unread(head);
        if (starts(head, GZIP)) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        }
        if (starts(head, ZSTD)) {
            return new ZstdInputStream(in);
        }
        if (starts(head, BZIP2)) {
            return new BZip2CompressorInputStream(in, true);
        }
        return in;
    }

    private static InputStream transcoded(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, MARK_BYTES);
        byte[] head = in.readNBytes(MARK_BYTES);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (starts(head, UTF_8)) {
            mark = UTF_8.length;
        } else if (starts(head, UTF_32_LE)) {
            mark = 4;
            charset = Charset.forName("UTF-32LE");
        } else if (starts(head, UTF_32_BE)) {
            mark = 4;
            charset = Charset.forName("UTF-32BE");
        } else if (starts(head, UTF_16_LE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (starts(head, UTF_16_BE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        in.unread(head, mark, head.length - mark);
        return charset.equals(StandardCharsets.UTF_8) ? in : new Transcoder(new InputStreamReader(in, charset));
    }

    private static boolean starts(byte[] head, int[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return text.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return text.read(target, offset, length);
    }

    /** Ends the stream where it breaks. */
    private final class Failing extends InputStream {
        private final InputStream in;

        Failing(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (failure.isPresent()) {
                return -1;
            }
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                failure = Optional.of(Reason.of(e));
                return -1;
            }
        }
    }

    /** Characters as UTF-8 bytes. */
    private static final class Transcoder extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[4096];
        private byte[] bytes = new byte[0];
        private int at;
        private int kept;

        Transcoder(Reader reader) {
            this.reader = reader;
        }

        private boolean fill() throws IOException {
            while (at == bytes.length) {
                int count = reader.read(chars, kept, chars.length - kept);
                if (count < 0 && kept == 0) {
                    return false;
                }
                int end = kept + Math.max(0, count);
                // Half a surrogate pair waits for its other half, unless there is none.
                kept = count >= 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
                bytes = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
                at = 0;
                if (kept == 1) {
                    chars[0] = chars[end - 1];
                }
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
