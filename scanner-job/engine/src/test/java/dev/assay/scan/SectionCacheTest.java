package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionCacheTest {
    private static final RuleSet RULES = RuleSet.shipped();
    private static final ScanLimits LIMITS = new ScanLimits(3, 1 << 20, 64 << 10);

    @TempDir
    Path root;

    @Test
    void ofAThousandFilesOnlyTheChangedOneIsParsed() throws IOException {
        for (int file = 0; file < 1_000; file++) {
            write("part-" + file + ".jsonl", lines(file, 3));
        }
        String parsed = text(scan(Optional.empty(), LIMITS));

        Conclusion first = scan(cache(), LIMITS);
        assertThat(first.reuse()).isEqualTo(new Reuse(0, 0));
        assertThat(text(first)).isEqualTo(parsed);

        Conclusion again = scan(cache(), LIMITS);
        assertThat(again.reuse())
                .isEqualTo(new Reuse(1_000, again.facts().content().bytes()));
        assertThat(text(again)).isEqualTo(parsed);

        // As long as before, so that only its bytes tell.
        write("part-7.jsonl", lines(7, 3).replace("hello", "hallo"));
        Conclusion changed = scan(cache(), LIMITS);
        assertThat(changed.reuse().files()).isEqualTo(999);
        assertThat(text(changed)).isNotEqualTo(parsed).isEqualTo(text(scan(Optional.empty(), LIMITS)));
    }

    /** Small files share a split: what is found in them together is kept, but never believed when one of them differs. */
    @Test
    void filesThatShareASplitAreKnownTogetherAndEachByItself() throws IOException {
        write("a.jsonl", lines(1, 3));
        write("b.jsonl", lines(2, 3));
        scan(cache(), LIMITS);
        assertThat(entries())
                .as("of each file, of both, and of how they divide")
                .hasSize(4);

        write("b.jsonl", lines(2, 3).replace("hello", "hallo"));
        Conclusion changed = scan(cache(), LIMITS);
        assertThat(changed.reuse().files()).isEqualTo(1);
        assertThat(text(changed)).isEqualTo(text(scan(Optional.empty(), LIMITS)));
        assertThat(scan(cache(), LIMITS).reuse().files()).isEqualTo(2);

        write("c.jsonl", lines(3, 3));
        Conclusion more = scan(cache(), LIMITS);
        assertThat(more.reuse().files()).isEqualTo(2);
        assertThat(text(more)).isEqualTo(text(scan(Optional.empty(), LIMITS)));
        assertThat(entries()).as("the entry of all begins with the same file").hasSize(5);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.walk(root.resolve("cache"))) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void sectionsOfALargeFileAreReusedOneByOne() throws IOException {
        write("small.csv", "id,email\n1,ada.wren@finchpost.net\n");
        Files.copy(
                Path.of("../../examples/support/data/chats/2026-q1.parquet"),
                Files.createDirectories(root.resolve("data")).resolve("chats.parquet"));
        ScanLimits fine = new ScanLimits(3, 1 << 20, 1 << 10);
        String parsed = text(scan(Optional.empty(), fine));
        scan(cache(), fine);

        Conclusion again = scan(cache(), fine);

        assertThat(again.reuse().files()).isEqualTo(2);
        assertThat(text(again)).isEqualTo(parsed);
    }

    @Test
    void otherSettingsOtherPlacesAndDamagedEntriesCountForNothing() throws IOException {
        write("a.jsonl", lines(1, 3));
        scan(cache(), LIMITS);

        ScanLimits others = new ScanLimits(4, 1 << 20, 64 << 10);
        assertThat(scan(cache(), others).reuse().files()).isZero();
        assertThat(scan(cache(), others).reuse().files()).isEqualTo(1);

        Files.move(root.resolve("data/a.jsonl"), root.resolve("data/b.jsonl"));
        assertThat(scan(cache(), others).reuse().files()).isZero();

        for (Path entry : entries()) {
            byte[] bytes = Files.readAllBytes(entry);
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(entry, bytes);
        }
        assertThat(scan(cache(), others).reuse().files()).isZero();
        assertThat(scan(cache(), others).reuse().files()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsReportedAgain() throws IOException {
        write("broken.jsonl", "{\"text\": \"never ends\n{\"text\":\"from 93.184.77.21\"}\n");
        String parsed = text(scan(Optional.empty(), LIMITS));
        scan(cache(), LIMITS);

        Conclusion again = scan(cache(), LIMITS);

        assertThat(again.reuse().files()).isEqualTo(1);
        assertThat(again.facts().coverage().gaps()).isNotEmpty();
        assertThat(text(again)).isEqualTo(parsed);
    }

    private Optional<SectionCache> cache() {
        return Optional.of(new SectionCache(root.resolve("cache")));
    }

    private static String lines(int file, int count) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < count; line++) {
            lines.append("{\"text\":\"hello, write to p")
                    .append(file * line % 17)
                    .append("@quaymail.org about order ")
                    .append(line * 31)
                    .append(" of the second week\",\"n\":")
                    .append(line)
                    .append("}\n");
        }
        return lines.toString();
    }

    private Conclusion scan(Optional<SectionCache> cache, ScanLimits limits) {
        ScanEngine engine =
                new ScanEngine(new Storages(StorageSettings.DEFAULTS), RULES, limits, Suppressions.NONE, cache);
        String location = root.resolve("data").toString();
        ScanPlan plan = engine.plan(new Location(location), FileFilter.ALL, Optional.empty(), 1);
        ScanSummary all = new ScanSummary();
        List.copyOf(plan.splits()).forEach(split -> all.merge(engine.scan(split)));
        return engine.conclude(SampleIdentity.of("kept"), Provenance.of(DatasetCard.forLocation(location)), plan, all);
    }

    private void write(String path, String content) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("data")).resolve(path), content, StandardCharsets.UTF_8);
    }

    private static String text(Conclusion conclusion) {
        return new String(Manifest.first(conclusion.facts()).fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.files().fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.samples().fileBytes(), StandardCharsets.UTF_8);
    }
}
