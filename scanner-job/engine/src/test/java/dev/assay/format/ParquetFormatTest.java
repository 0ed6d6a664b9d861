package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ParquetFormatTest extends FileFormatContract {
    private static byte[] sample = new byte[0];

    @Override
    FileFormat format() {
        return new ParquetFormat();
    }

    @Override
    InMemoryFile sample() throws IOException {
        if (sample.length == 0) {
            sample = DuckDb.parquet(
                    "select range + 100000 as id, 'person' || range || '@example.org' as mail, "
                            + "case when range % 3 = 0 then null else 'p' || range % 5 end as plan, "
                            + "[{role: 'user', content: 'line ' || range}] as messages from range(5000)",
                    "ROW_GROUP_SIZE 2048");
        }
        return new InMemoryFile("sample.parquet", sample);
    }

    @Override
    long sampleRows() {
        return 5000;
    }

    @Override
    boolean takesEmptyFiles() {
        return false;
    }

    private static CollectingSink read(String query, String options) throws IOException {
        return Reading.read(
                new ParquetFormat(), new InMemoryFile("x.parquet", DuckDb.parquet(query, options)), Long.MAX_VALUE);
    }

    @Test
    void sectionsAreRowGroupsAndCoverTheFile() throws IOException {
        InMemoryFile file = sample();
        FileLayout layout = format().layout(file.stored(), file, 1);

        assertThat(layout.sections()).hasSize(3);
        assertThat(layout.sections()).extracting(FileSection::firstRow).containsExactly(0L, 2048L, 4096L);
        assertThat(layout.sections()).extracting(FileSection::rowGroups).containsOnly(1);
        assertThat(layout.rows()).isEqualTo(5000);
        assertThat(file.bytesRead()).as("the footer alone").isLessThan(file.length() / 4);
    }

    @Test
    void textThatIsPackedTightlyIsDividedByWhatItUnpacksTo() throws IOException {
        String query = "select repeat('the same words again ', 50) || range as text from range(10240)";
        InMemoryFile file = new InMemoryFile(
                "x.parquet", DuckDb.parquet(query, "CODEC 'ZSTD', ROW_GROUP_SIZE 2048, DICTIONARY_SIZE_LIMIT 1"));
        assertThat(file.length()).isLessThan(1 << 20);

        FileLayout layout = new ParquetFormat().layout(file.stored(), file, 4 << 20);

        assertThat(layout.sections()).extracting(FileSection::rowGroups).containsExactly(2, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "BROTLI"})
    void everyCodecAndPageVersionGivesTheSame(String codec) throws IOException {
        String query = "select 'number ' || range || ' ' || md5(range::varchar) as text, range % 7 || 'x' as few,"
                + " range + 1000000 as id from range(20000)";
        CollectingSink plain = read(query, "CODEC 'UNCOMPRESSED'");
        assertThat(plain.at("text").cells).hasSize(20000);
        assertThat(plain.at("few").cells).hasSize(20000).endsWith("19999:0x");
        assertThat(plain.at("id").cells).startsWith("0:1000000");

        for (String version : List.of("V1", "V2")) {
            CollectingSink packed = read(query, "CODEC '" + codec + "', PARQUET_VERSION " + version);
            assertThat(packed.everything()).as(version).isEqualTo(plain.everything());
        }
    }

    @Test
    void typesBecomeText() throws IOException {
        CollectingSink sink = read("""
                select DATE '1987-04-12' as d, TIMESTAMP '2024-02-29 23:59:58.125' as ts,
                  TIMESTAMP_NS '1969-12-31 23:59:59.000000001' as ns,
                  TIMESTAMPTZ '2024-01-01 00:00:00+00' as tz, TIME '07:08:09' as t,
                  12345.60::DECIMAL(9,2) as dec, -12345678901234567890.5::DECIMAL(38,1) as big,
                  52.520008::DOUBLE as lat, 4111111111111111::DOUBLE as whole, 0.1::FLOAT as f, 1e-7::DOUBLE as small,
                  5551234567::UBIGINT as u, 18446744073709551615::UBIGINT as max, 99999 as short, -100000 as long_,
                  'f47ac10b-58cc-4372-a567-0e02b2c3d479'::UUID as uuid, true as b,
                  'text'::BLOB as bin, '\\xFF\\xFE'::BLOB as raw, NULL::VARCHAR as nothing, '' as empty
                """, "");

        assertThat(sink.at("d").texts()).containsExactly("1987-04-12");
        assertThat(sink.at("ts").texts()).containsExactly("2024-02-29T23:59:58.125000");
        assertThat(sink.at("ns").texts()).containsExactly("1969-12-31T23:59:59.000000001");
        assertThat(sink.at("tz").texts()).containsExactly("2024-01-01T00:00:00Z");
        assertThat(sink.at("t").texts()).containsExactly("07:08:09");
        assertThat(sink.at("dec").texts()).containsExactly("12345.60");
        assertThat(sink.at("big").texts()).containsExactly("-12345678901234567890.5");
        assertThat(sink.at("lat").texts()).containsExactly("52.520008");
        assertThat(sink.at("whole").texts()).containsExactly("4111111111111111");
        assertThat(sink.at("f").texts()).containsExactly("0.1");
        assertThat(sink.at("small").texts()).containsExactly("0.0000001");
        assertThat(sink.at("u").texts()).containsExactly("5551234567");
        assertThat(sink.at("max").texts()).containsExactly("18446744073709551615");
        assertThat(sink.at("short").notApplicable).containsOnlyKeys(ParquetValues.SHORT_INTEGER);
        assertThat(sink.at("long_").texts()).containsExactly("-100000");
        assertThat(sink.at("uuid").texts()).containsExactly("f47ac10b-58cc-4372-a567-0e02b2c3d479");
        assertThat(sink.at("b").notApplicable).containsOnlyKeys(ParquetValues.TRUTH_VALUE);
        assertThat(sink.at("bin").texts()).containsExactly("text");
        assertThat(sink.at("raw").notApplicable).containsOnlyKeys(ParquetValues.NOT_TEXT);
        assertThat(sink.at("nothing").nulls).isEqualTo(1);
        assertThat(sink.at("empty").texts()).containsExactly("");
    }

    @Test
    void nestedColumnsHavePathsAndRows() throws IOException {
        CollectingSink sink = read("""
                select * from (values
                  ([{role: 'user', content: 'a'}, {role: 'bot', content: NULL}], MAP {'k': [['x', 'y'], [], NULL]}),
                  ([], MAP {}),
                  (NULL, NULL),
                  ([{role: 'user', content: 'b'}], MAP {'m': [['z']], 'n': NULL})) as t(messages, attrs)
                """, "");

        assertThat(sink.byPath)
                .containsOnlyKeys("messages[].role", "messages[].content", "attrs{key}", "attrs{value}[][]");
        assertThat(sink.at("messages[].role").cells).containsExactly("0:user", "0:bot", "3:user");
        assertThat(sink.at("messages[].content").cells).containsExactly("0:a", "3:b");
        assertThat(sink.at("messages[].content").nulls).isEqualTo(3);
        assertThat(sink.at("attrs{key}").cells).containsExactly("0:k", "3:m", "3:n");
        assertThat(sink.at("attrs{value}[][]").cells).containsExactly("0:x", "0:y", "3:z");
    }

    @Test
    void aFileCutOffSaysSo() throws IOException {
        byte[] bytes = bytes(sample());
        InMemoryFile cut = new InMemoryFile("x.parquet", Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> Formats.detect(cut.stored(), cut).layout(cut.stored(), cut, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot read x.parquet: it does not end with PAR1. The file is truncated or still"
                        + " being written; re-run when complete or exclude it under `sources`.");
    }

    @Test
    void aDamagedPageLosesItsColumnOnly() throws IOException {
        byte[] bytes = bytes(sample());
        Arrays.fill(bytes, 40, 200, (byte) 0x55);
        CollectingSink sink = Reading.read(format(), new InMemoryFile("x.parquet", bytes), Long.MAX_VALUE);

        assertThat(sink.skipped).singleElement().asString().startsWith("Row group 0, column `id`: ");
        assertThat(sink.rows).isEqualTo(5000);
        assertThat(sink.at("mail").count).isEqualTo(5000);
    }
}
