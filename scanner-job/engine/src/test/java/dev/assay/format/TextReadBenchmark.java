package dev.assay.format;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.assay.json.Sha256;
import dev.assay.storage.SectionReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reading a text file's cells ({@link #cells}) next to the parser alone with the digest ({@link #parser}) and the
 * decompressor alone with the digest ({@link #decompressor}), over 32 MB of text. Run:
 *
 * <pre>
 * .ci/bench scanner-job/engine TextReadBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextReadBenchmark {
    private static final int BYTES = 32 << 20;

    private static final String[] WORDS = ("the order of a ship left harbour before noon and nobody knew why it carried"
                    + " only letters from seven towns where naïve crews wrote \"home\"")
            .split(" ");

    /** What the file holds. */
    @Param({"json-lines", "csv", "text"})
    public String format = "json-lines";

    /** How it is compressed. */
    @Param({"plain", "gz", "zst"})
    public String codec = "plain";

    private byte[] stored = new byte[0];
    private InMemoryFile file = InMemoryFile.of("x.jsonl", "");

    /** Makes the file. */
    @Setup
    public void make() throws IOException {
        byte[] text = text();
        stored = switch (codec) {
            case "gz" -> gzip(text);
            case "zst" -> Zstd.compress(text);
            default -> text;
        };
        file = new InMemoryFile("x." + format, stored);
    }

    private byte[] text() {
        Random random = new Random(20260801);
        StringBuilder text = new StringBuilder(BYTES + 4096);
        if (format.equals("csv")) {
            text.append("id,name,note,town\n");
        }
        for (int id = 0; text.length() < BYTES; id++) {
            switch (format) {
                case "csv" -> {
                    text.append(id).append(',').append(WORDS[random.nextInt(WORDS.length)].replace("\"", ""));
                    text.append(",\"")
                            .append(words(random, 40).replace("\"", "\"\""))
                            .append("\",");
                    text.append(words(random, 2).replace("\"", "")).append('\n');
                }
                case "text" -> text.append(words(random, 20)).append('\n');
                default -> {
                    text.append("{\"id\":").append(1_000_000 + id).append(",\"prompt\":\"");
                    text.append(words(random, 20).replace("\"", "\\\"")).append("\",\"answer\":\"");
                    text.append(words(random, 60).replace("\"", "\\\"")).append("\",\"score\":0.5}\n");
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text);
        }
        return out.toByteArray();
    }

    private InputStream decompressed() throws IOException {
        InputStream in = new ByteArrayInputStream(stored);
        return switch (codec) {
            case "gz" -> new GZIPInputStream(in, 64 << 10);
            case "zst" -> new ZstdInputStream(in);
            default -> in;
        };
    }

    private int digest() {
        MessageDigest digest = Sha256.start();
        digest.update(stored);
        return Sha256.finish(digest).length();
    }

    /** Reads, hashes, decompresses, parses and delivers. */
    @Benchmark
    public long cells() {
        CountingSink sink = new CountingSink();
        SectionReader reader = new SectionReader(file, 0, file.length());
        FileFormat found = Formats.named(format);
        found.read(found.layout(file.stored(), file, Long.MAX_VALUE).sections().get(0), reader, sink);
        reader.finish();
        return sink.cells() + sink.cellBytes();
    }

    /** Decompresses and hashes. */
    @Benchmark
    public long decompressor() throws IOException {
        byte[] buffer = new byte[64 << 10];
        long sum = digest();
        try (InputStream in = decompressed()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum += count;
            }
        }
        return sum;
    }

    /** Decompresses, hashes and parses; strings are decoded to characters and dropped. Plain text has no parser. */
    @Benchmark
    public long parser() throws IOException {
        return digest()
                + switch (format) {
                    case "csv" -> csv();
                    case "json-lines" -> json();
                    default -> decompressor();
                };
    }

    private long json() throws IOException {
        long sum = 0;
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), decompressed())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    sum += parser.getStringCharacters()[parser.getStringOffset()] + parser.getStringLength();
                }
            }
        }
        return sum;
    }

    private long csv() throws IOException {
        Lengths lengths = new Lengths();
        InputStreamReader characters = new InputStreamReader(decompressed(), StandardCharsets.ISO_8859_1);
        try (var csv = CsvDialect.reader(',').maxBufferSize(1 << 24).build(lengths, characters)) {
            long rows = csv.stream().count();
            return rows + lengths.sum;
        }
    }

    /** Takes fields and does nothing with them. */
    private static final class Lengths extends CsvCallbackHandler<Boolean> {
        private long sum;
        private int fields;

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            fields = 0;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("Comments are off.");
        }

        @Override
        protected void setEmpty() {
            sum++;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields++;
            sum += length;
        }

        @Override
        protected Boolean buildRecord() {
            return true;
        }
    }
}
