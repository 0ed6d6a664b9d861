package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SectionReaderTest {
    private static final int BLOCK = 100;
    private final byte[] bytes = randomBytes(2000);
    private final ArrayReader source = new ArrayReader(bytes);

    @Test
    void hashesWhatAscendingReadsHandOut() {
        SectionReader reader = reader(300, 1700, 500);
        for (int at = 300; at < 1700; at += 70) {
            assertThat(read(reader, at, 70)).isEqualTo(slice(at, at + 70));
        }
        assertThat(reader.finish()).isEqualTo(new SectionDigest(digest(300, 1700), List.of(), List.of()));
        assertFetchedOnce(300, 1700);
    }

    @Test
    void hashesWhatNobodyAskedFor() {
        SectionReader reader = reader(300, 1700, 500);
        read(reader, 950, 20);
        assertThat(reader.finish().section()).isEqualTo(digest(300, 1700));
        assertFetchedOnce(300, 1700);
    }

    @Test
    void keepsAFooterReadFirstUntilTheDigestReachesIt() {
        SectionReader reader = reader(0, 2000, 500);
        assertThat(read(reader, 1992, 8)).isEqualTo(slice(1992, 2000));
        assertThat(read(reader, 1700, 292)).isEqualTo(slice(1700, 1992));
        assertThat(read(reader, 1700, 300)).isEqualTo(slice(1700, 2000));
        assertThat(read(reader, 0, 1500)).isEqualTo(slice(0, 1500));
        assertThat(read(reader, 1600, 400)).isEqualTo(slice(1600, 2000));
        assertThat(reader.finish()).isEqualTo(new SectionDigest(digest(0, 2000), List.of(), List.of()));
        assertFetchedOnce(0, 2000);
    }

    @Test
    void tellsTheSourceWhatItWillReadAndWhereThatEnds() {
        SectionReader reader = reader(0, 2000, 500);
        read(reader, 1900, 100);
        read(reader, 0, 50);
        reader.finish();
        assertThat(source.expected()).containsExactly(new ByteRange(0, 1900));
    }

    @Test
    void digestsReadsOutsideTheSectionApart() {
        SectionReader reader = reader(300, 1700, 500);
        read(reader, 1992, 8);
        read(reader, 1800, 192);
        read(reader, 1950, 50);
        read(reader, 0, 4);
        read(reader, 1690, 20);
        assertThat(reader.finish())
                .isEqualTo(new SectionDigest(
                        digest(300, 1700), List.of(digest(0, 4), digest(1700, 1710), digest(1800, 2000)), List.of()));
        assertFetchedOnce(1690, 1710);
        assertFetchedOnce(1800, 2000);
    }

    @Test
    void digestsRangesOfTheSectionApartWhateverIsRead() {
        List<ByteRange> within = List.of(new ByteRange(300, 950), new ByteRange(950, 1700));
        SectionReader reader = new SectionReader(source, new ByteRange(300, 1700), within, BLOCK, 500);
        read(reader, 1500, 40);
        read(reader, 310, 200);
        assertThat(reader.finish())
                .isEqualTo(
                        new SectionDigest(digest(300, 1700), List.of(), List.of(digest(300, 950), digest(950, 1700))));
        assertFetchedOnce(300, 1700);
    }

    @Test
    void refusesMoreOutsideTheSectionThanItKeeps() {
        SectionReader reader = reader(0, 300, 500);
        assertThatThrownBy(() -> read(reader, 1400, 600))
                .isInstanceOf(StorageException.class)
                .hasMessage("More than 500 bytes were asked for outside the section from byte 0 to byte 300. A footer"
                        + " that large is not read; write the file with fewer row groups or columns.");
    }

    @Test
    void catchesUpWhenMoreIsReadAheadThanItKeeps() {
        SectionReader reader = reader(0, 2000, 150);
        assertThat(read(reader, 400, 100)).isEqualTo(slice(400, 500));
        assertThat(read(reader, 600, 100)).isEqualTo(slice(600, 700));
        assertThat(read(reader, 1200, 100)).isEqualTo(slice(1200, 1300));
        assertThat(reader.finish().section()).isEqualTo(digest(0, 2000));
        assertFetchedOnce(0, 2000);
    }

    @Test
    void readsAgainWhatLiesLittleBehindAndRefusesWhatLiesFar() {
        SectionReader reader = reader(0, 2000, 500);
        read(reader, 0, 1000);
        assertThat(read(reader, 900, 100)).isEqualTo(slice(900, 1000));
        assertThatThrownBy(() -> read(reader, 100, 10))
                .isInstanceOf(StorageException.class)
                .hasMessage("Byte 100 was asked for again after byte 1000 had been read. A section is read in ascending"
                        + " order: of what lies behind only 100 bytes are kept, of what lies ahead 500.");
    }

    @Test
    void skipsWithoutKeepingAndHashesTheSame() {
        SectionReader reader = reader(0, 2000, 10);
        reader.skipTo(1234);
        assertThat(read(reader, 1234, 300)).isEqualTo(slice(1234, 1534));
        assertThat(reader.finish().section()).isEqualTo(digest(0, 2000));
    }

    @Test
    void streamsTheWholeSection() throws IOException {
        SectionReader reader = reader(300, 1700, 500);
        assertThat(reader.stream().readAllBytes()).isEqualTo(slice(300, 1700));
        assertThat(reader.finish().section()).isEqualTo(digest(300, 1700));
    }

    @Test
    void streamsSingleBytes() throws IOException {
        SectionReader reader = reader(1995, 2000, 500);
        try (var stream = reader.stream()) {
            for (int at = 1995; at < 2000; at++) {
                assertThat(stream.read()).isEqualTo(bytes[at] & 0xFF);
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void knowsTheEmptySection() throws IOException {
        SectionReader reader = reader(0, 0, 500);
        assertThat(reader.stream().read()).isEqualTo(-1);
        assertThat(reader.finish().section().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void refusesReadsPastTheEndAndAfterTheEnd() {
        SectionReader reader = reader(0, 2000, 500);
        assertThatThrownBy(() -> read(reader, 1999, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        reader.finish();
        assertThatThrownBy(() -> read(reader, 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesItsSource() {
        try (SectionReader reader = reader(0, 2000, 500)) {
            read(reader, 0, 1);
        }
        assertThat(source.closed()).isTrue();
    }

    /** Whatever the order of reads: a read that succeeds is right, the digest is right, no byte is fetched twice. */
    @Test
    void keepsItsLawsForAnyOrderOfReads() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ArrayReader source = new ArrayReader(bytes);
            int start = random.nextInt(1000);
            int end = start + random.nextInt(1000);
            SectionReader reader = new SectionReader(source, new ByteRange(start, end), List.of(), 64, 700);
            int refused = 0;
            for (int turn = 0; turn < 30; turn++) {
                int at = random.nextInt(2000);
                int length = random.nextInt(Math.min(150, 2000 - at) + 1);
                try {
                    assertThat(read(reader, at, length)).as("seed %s", seed).isEqualTo(slice(at, at + length));
                } catch (StorageException e) {
                    refused++;
                }
            }
            SectionDigest digest = reader.finish();
            assertThat(digest.section()).as("seed %s", seed).isEqualTo(digest(start, end));
            for (RangeDigest outside : digest.outside()) {
                assertThat(outside)
                        .as("seed %s", seed)
                        .isEqualTo(digest((int) outside.range().start(), (int)
                                outside.range().end()));
            }
            for (int at = 0; at < 2000; at++) {
                assertThat(source.fetched(at)).as("seed %s, byte %s", seed, at).isLessThanOrEqualTo(1);
            }
            assertThat(refused).as("seed %s", seed).isLessThan(30);
        }
    }

    @Test
    void agreesWithTheDigestOfTheWholeFile() {
        SectionReader first = reader(0, 900, 500);
        SectionReader second =
                new SectionReader(new ArrayReader(bytes), new ByteRange(900, 2000), List.of(), BLOCK, 500);
        read(first, 1900, 100);
        read(second, 1900, 100);
        FileDigest file = FileDigest.of(
                new ArrayReader(bytes),
                List.of(new ByteRange(900, 2000), new ByteRange(1900, 2000), new ByteRange(0, 900)));
        assertThat(file.sha256()).isEqualTo(digest(0, 2000).sha256());
        assertThat(file.ranges())
                .containsExactly(
                        first.finish().section(),
                        second.finish().section(),
                        first.finish().outside().get(0));
    }

    @Test
    void digestsFilesLargerThanABlockAndEmptyRanges() {
        byte[] large = randomBytes(3_500_000);
        FileDigest file = FileDigest.of(
                new ArrayReader(large), List.of(new ByteRange(1_000_000, 3_200_000), new ByteRange(7, 7)));
        assertThat(file.sha256()).isEqualTo(sha256(large, 0, large.length));
        assertThat(file.ranges())
                .containsExactly(
                        new RangeDigest(new ByteRange(7, 7), sha256(large, 7, 7)),
                        new RangeDigest(new ByteRange(1_000_000, 3_200_000), sha256(large, 1_000_000, 3_200_000)));
    }

    private SectionReader reader(int start, int end, int keptBytes) {
        return new SectionReader(source, new ByteRange(start, end), List.of(), BLOCK, keptBytes);
    }

    private static byte[] read(HashingReader reader, int position, int length) {
        byte[] target = new byte[length + 10];
        reader.read(position, target, 5, length);
        return Arrays.copyOfRange(target, 5, 5 + length);
    }

    private void assertFetchedOnce(int start, int end) {
        for (int at = start; at < end; at++) {
            assertThat(source.fetched(at)).as("byte %s", at).isEqualTo(1);
        }
    }

    private byte[] slice(int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    private RangeDigest digest(int start, int end) {
        return new RangeDigest(new ByteRange(start, end), sha256(bytes, start, end));
    }

    private static String sha256(byte[] bytes, int start, int end) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes, start, end - start);
        return Sha256.finish(digest);
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
