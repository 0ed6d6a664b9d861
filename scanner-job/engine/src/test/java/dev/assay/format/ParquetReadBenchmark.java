package dev.assay.format;

import dev.assay.storage.SectionReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
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

/**
 * Reading a Parquet file's cells next to merely decompressing its pages, and both with the digest. Run:
 *
 * <pre>
 * .ci/bench scanner-job/engine ParquetReadBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParquetReadBenchmark {
    /** What the file holds. */
    @Param({"text", "short", "dictionary", "integers"})
    public String content = "text";

    /** Its codec. */
    @Param({"UNCOMPRESSED", "SNAPPY", "ZSTD"})
    public String codec = "SNAPPY";

    private InMemoryFile file = InMemoryFile.of("x.parquet", "");

    /** Makes the file. */
    @Setup
    public void make() throws IOException {
        String query = switch (content) {
            case "text" ->
                "select repeat(md5(range::varchar) || ' word ' || range || ' ', 12) as text" + " from range(200000)";
            case "short" -> "select md5((range * 7)::varchar)[:20] as text from range(4000000)";
            case "dictionary" -> "select 'value ' || (range * 7919) % 1000 as text from range(10000000)";
            default -> "select range * 7919 as id from range(10000000)";
        };
        file = new InMemoryFile("x.parquet", DuckDb.parquet(query, "CODEC '" + codec + "'"));
    }

    /** Cells, with the digest. */
    @Benchmark
    public long cells() {
        CountingSink sink = new CountingSink();
        ParquetFormat format = new ParquetFormat();
        for (FileSection section :
                format.layout(file.stored(), file, Long.MAX_VALUE).sections()) {
            SectionReader reader = new SectionReader(file, section.start(), section.end());
            format.read(section, reader, sink);
            reader.finish();
        }
        return sink.cells() + sink.cellBytes();
    }

    /** Pages decompressed and dropped, with the digest. */
    @Benchmark
    public long pages() throws IOException {
        SectionReader reader = new SectionReader(file, 0, file.length());
        byte[] tail = new byte[8];
        reader.read(file.length() - 8, tail, 0, 8);
        int size = java.nio.ByteBuffer.wrap(tail)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
        byte[] footer = new byte[size];
        reader.read(file.length() - 8 - size, footer, 0, size);
        FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer));
        ParquetPages pages = new ParquetPages(reader);
        long bytes = 0;
        for (RowGroup group : meta.getRow_groups()) {
            long start = ParquetFooter.start(group.getColumns().get(0).getMeta_data());
            long end = start + group.getColumns().get(0).getMeta_data().getTotal_compressed_size();
            pages.open(CompressionCodec.valueOf(codec), start, end, end);
            while (pages.position() < end) {
                PageHeader header = pages.next();
                bytes += header.getUncompressed_page_size();
            }
        }
        reader.finish();
        return bytes;
    }
}
