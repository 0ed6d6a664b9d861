package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.gate.BytesMode;
import dev.assay.json.Json;
import dev.assay.json.Sha256;
import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets with lists of their files beside them, scanned as a card that names the lists has them scanned. */
class SidecarsTest {
    private static final String ROWS = "id,word\n1,oak\n";
    private static final String MORE = "id,word\n2,elm\n";

    @TempDir
    Path directory;

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);
    private ScanEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 1 << 20, 1 << 20));
        write("data/a.csv", ROWS);
        write("data/deep/b.csv", MORE);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void filesAreComparedWithAListAmongThemThatIsNoData() throws IOException {
        write("data/SHA256SUMS", sum(ROWS, "a.csv") + sum(MORE, "./deep/b.csv"));
        DatasetCard card = card("listings: [{location: data/SHA256SUMS}]");

        Conclusion conclusion = scan(card);

        assertThat(conclusion.files().files()).extracting(file -> file.path()).containsExactly("a.csv", "deep/b.csv");
        assertThat(says(conclusion))
                .isEqualTo("checksums 2+0 missing 0 differing 0 elsewhere 0 undigested 0 unlisted 0");
        assertThat(listed(conclusion).deviations()).isEmpty();
        assertThat(new CurrentFiles(storage, new Location(card.location()), FileFilter.ALL, card.declaredListings(), 1)
                        .now(conclusion.files(), BytesMode.FULL))
                .containsOnlyKeys("a.csv", "deep/b.csv");
        assertThat(plan(card).leftOut().files()).isEqualTo(1);
    }

    @Test
    void missingDifferingAndUnlistedFilesAreNamed() throws IOException {
        write("SHA256SUMS", sum(MORE, "data/a.csv") + sum(ROWS, "data/gone.csv") + sum(ROWS, "other/x.csv"));

        Conclusion conclusion = scan(card("listings: [{location: SHA256SUMS}]"));

        assertThat(says(conclusion))
                .isEqualTo("checksums 0+0 missing 1 differing 1 elsewhere 1 undigested 0 unlisted 1");
        assertThat(listed(conclusion).deviations())
                .extracting(deviation -> deviation.kind() + " " + deviation.path() + " " + deviation.list())
                .containsExactly("DIFFERING a.csv SHA256SUMS", "UNLISTED deep/b.csv ", "MISSING gone.csv SHA256SUMS");
    }

    @Test
    void whatDvcKnowsByMd5IsHashedSoInAnyOrderOfSplits() throws Exception {
        write("a.csv.dvc", "outs:\n- md5: " + md5(ROWS) + "\n  size: " + ROWS.length() + "\n  path: data/a.csv\n");
        write("ab.dir", "[{\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"deep/b.csv\"}]");
        DatasetCard card = card("listings: [{location: a.csv.dvc}, {location: ab.dir, base: data}]");

        Conclusion conclusion = scan(card);

        assertThat(plan(card).splits()).extracting(Split::kind).containsExactly(Split.Kind.SCAN, Split.Kind.MD5);
        assertThat(says(conclusion))
                .isEqualTo("dvc 0+1 missing 0 differing 0 elsewhere 0 undigested 0, "
                        + "dvc-directory 0+0 missing 0 differing 1 elsewhere 0 undigested 0 unlisted 0");
    }

    @Test
    void aDirectoryOfDvcIsReadFromItsListInTheCache() throws Exception {
        String list = "[{\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"a.csv\"}, {\"md5\": \"" + md5(ROWS)
                + "\", \"relpath\": \"deep/b.csv\"}, {\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"gone.csv\"}]";
        write("data.dvc", "outs:\n- md5: " + md5(list) + ".dir\n  path: data\n");
        DatasetCard card = card("listings: [{location: data.dvc}]");
        assertThatThrownBy(() -> plan(card))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is in no cache of DVC above it. Fetch it with `dvc fetch`");

        String kept = md5(list).substring(0, 2) + "/" + md5(list).substring(2) + ".dir";
        write(".dvc/cache/files/md5/" + kept, list);
        assertThat(says(scan(card))).isEqualTo("dvc 0+1 missing 1 differing 1 elsewhere 0 undigested 0 unlisted 0");

        write(".dvc/cache/files/md5/" + kept, list + " ");
        assertThatThrownBy(() -> plan(card)).hasMessageContaining("its MD5 is another one");
        Files.delete(directory.resolve(".dvc/cache/files/md5/" + kept));
        write(".dvc/cache/" + kept, list);
        assertThat(says(scan(card))).isEqualTo("dvc 0+1 missing 1 differing 1 elsewhere 0 undigested 0 unlisted 0");
    }

    @Test
    void aListThatIsInNoCacheIsReadFromTheRemoteThatDvcUses() throws Exception {
        String list = "[{\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"a.csv\"}, {\"md5\": \"" + md5(MORE)
                + "\", \"relpath\": \"deep/b.csv\"}]";
        String kept = md5(list).substring(0, 2) + "/" + md5(list).substring(2) + ".dir";
        write("data.dvc", "outs:\n- md5: " + md5(list) + ".dir\n  path: data\n");
        DatasetCard card = card("listings: [{location: data.dvc}]");
        write(".dvc/config", "[core]\n    remote = far\n['remote \"far\"']\n    url = ../storage/\n");
        write("storage/files/md5/" + kept, list);
        assertThat(says(scan(card))).isEqualTo("dvc 0+2 missing 0 differing 0 elsewhere 0 undigested 0 unlisted 0");

        write(
                ".dvc/config.local",
                "# mine\n[core]\nremote = near\n[cache]\ndir = ../kept\n['remote \"near\"']\nurl = ../none\n");
        assertThatThrownBy(() -> plan(card))
                .hasMessageContaining("Looked in: " + directory.resolve("kept") + ", " + directory.resolve("none"));
        write("kept/" + kept, list);
        assertThat(says(scan(card))).isEqualTo("dvc 0+2 missing 0 differing 0 elsewhere 0 undigested 0 unlisted 0");
    }

    @Test
    void aRemoteThatNoStorageReachesIsNotAsked() throws Exception {
        String list = "[{\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"a.csv\"}]";
        write("data.dvc", "outs:\n- md5: " + md5(list) + ".dir\n  path: data\n");
        write(".dvc/config", "[core]\nremote = web\n['remote \"web\"']\nurl = https://example.com/store\n");
        DatasetCard card = card("listings: [{location: data.dvc}]");
        assertThatThrownBy(() -> plan(card))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("Looked in: " + directory.resolve(".dvc/cache"));
    }

    @Test
    void aListIsKnownHoweverItsPlaceIsWritten() throws IOException {
        write("data/SHA256SUMS", sum(ROWS, "a.csv") + sum(MORE, "./deep/b.csv"));

        Conclusion conclusion =
                scan(card("location: file://" + directory + "/./data//\nlistings: [{location: data/SHA256SUMS}]"));

        assertThat(conclusion.files().files()).extracting(file -> file.path()).containsExactly("a.csv", "deep/b.csv");
        assertThat(says(conclusion))
                .isEqualTo("checksums 2+0 missing 0 differing 0 elsewhere 0 undigested 0 unlisted 0");
    }

    @Test
    void pointersAndAddressesAreComparedByTheirNames() throws IOException {
        write(
                "pointers/a.csv",
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + Sha256.hex(ROWS) + "\nsize "
                        + (ROWS.length() + 1) + "\n");
        write(
                "croissant.json",
                "{\"distribution\": [{\"@type\": \"cr:FileObject\", \"contentUrl\": \"https://example.com/v1/b.csv\","
                        + " \"sha256\": \"" + Sha256.hex(MORE) + "\"}, {\"@type\": \"cr:FileObject\","
                        + " \"contentUrl\": \"https://example.com/all.zip\", \"sha256\": \"" + Sha256.hex("z")
                        + "\"}]}");

        Conclusion conclusion =
                scan(card("listings: [{location: pointers/a.csv, base: data}, {location: croissant.json}]"));

        assertThat(says(conclusion))
                .isEqualTo("git-lfs 0+0 missing 0 differing 1 elsewhere 0 undigested 0, "
                        + "croissant 1+0 missing 0 differing 0 elsewhere 1 undigested 0 unlisted 0");
    }

    @Test
    void aListThatIsNoneStopsTheScanBeforeItBegins() throws IOException {
        write("LIST", "only words\n");

        assertThatThrownBy(() -> plan(card("listings: [{location: LIST}]")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("LIST as a list of files: line 1 has neither a SHA-256 nor an MD5");
        assertThatThrownBy(() -> plan(card("listings: [{location: data}]")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("data is no file");
    }

    private DatasetCard card(String listings) throws IOException {
        write("dataset.yaml", "id: sample\n" + listings + "\n");
        return DatasetCard.read(directory.resolve("dataset.yaml"));
    }

    private ScanPlan plan(DatasetCard card) {
        return engine.plan(new Location(card.location()), FileFilter.ALL, Optional.empty(), card.declaredListings(), 1);
    }

    private Conclusion scan(DatasetCard card) {
        ScanPlan plan = ScanPlan.fromJson(Json.parse(plan(card).toJson().canonical()));
        assertThat(plan).isEqualTo(plan(card));
        List<Split> splits = new ArrayList<>(plan.splits());
        Collections.reverse(splits);
        ScanSummary all = new ScanSummary();
        splits.forEach(split -> all.merge(
                ScanSummary.fromJson(Json.parse(engine.scan(split).toJson().canonical()))));
        Conclusion conclusion = engine.conclude(SampleIdentity.of("sample"), Provenance.of(card), plan, all);
        byte[] written = Manifest.first(conclusion.facts()).fileBytes();
        assertThat(Manifest.parse(written).fileBytes()).isEqualTo(written);
        return conclusion;
    }

    private static ListedFiles listed(Conclusion conclusion) {
        return conclusion.facts().provenance().origins().listing().orElseThrow();
    }

    private static String says(Conclusion conclusion) {
        ListedFiles listed = listed(conclusion);
        List<String> lists = listed.lists().stream()
                .map(list -> list.kind() + " " + list.matching().sha256() + "+"
                        + list.matching().md5() + " missing " + list.missing() + " differing " + list.differing()
                        + " elsewhere " + list.elsewhere() + " undigested " + list.undigested())
                .toList();
        return String.join(", ", lists) + " unlisted " + listed.unlisted();
    }

    private static String sum(String text, String path) {
        return Sha256.hex(text) + "  " + path + "\n";
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
