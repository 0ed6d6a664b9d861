package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class EvidencePackExportTest extends ExportContract {
    @Override
    Export export() {
        return new EvidencePackExport();
    }

    @Override
    boolean showsSamples() {
        return true;
    }

    @Override
    void check(List<byte[]> files, ExportInput input) throws IOException {
        Map<String, byte[]> entries = entries(files);
        JsonObject index = Json.parse(entry(entries, "index.json")).asObject();
        assertThat(new String(entry(entries, "index.html"), StandardCharsets.UTF_8))
                .doesNotContain("<script", "src=")
                .contains("<html lang=\"en\">");
        index.array("files").objects(file -> file).forEach(file -> {
            byte[] bytes = entry(entries, file.string("name"));
            assertThat(Sha256.hex(bytes)).isEqualTo(file.string("sha256"));
            assertThat((long) bytes.length).isEqualTo(file.integer("bytes"));
        });
        assertThat(entries).hasSize(2 + index.array("files").size());
        assertThat(entries.containsKey("manifest.json")).isEqualTo(!input.isPublic());
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    @Test
    void everyItemHasItsFiveElements() throws IOException {
        byte[] json = entry(entries(export().write(ExportExamples.rich(Profile.INTERNAL))), "index.json");
        List<JsonObject> items = Json.parse(json).asObject().array("items").objects(item -> item);
        assertThat(items).hasSizeGreaterThan(20).allSatisfy(item -> {
            for (String element : List.of("control", "source", "collected", "relevance", "reviewer", "cannotShow")) {
                assertThat(item.string(element)).as(element).isNotBlank();
            }
            assertThat(item.array("artefacts").size()).isPositive();
            assertThat(item.string("strength")).isIn("direct", "supporting");
        });
        assertThat(items.get(0).string("reviewer")).isEqualTo("not yet reviewed");
        assertThat(items.get(0).string("collected")).isEqualTo("2026-11-20T22:14:09Z");
    }

    @Test
    void withoutSignaturesThereIsLessEvidence() throws IOException {
        byte[] json = entries(export().write(ExportExamples.empty())).get("index.json");
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("scan statement", "decision statement");
    }

    @Test
    void aLargeRecordIsCutIntoPartsThatJoinAgain() throws IOException {
        ExportInput input = ExportExamples.rich(Profile.INTERNAL);
        Map<String, byte[]> whole = entries(export().write(input));
        List<byte[]> parts = new EvidencePackExport(30_000).write(input);
        assertThat(parts).hasSizeGreaterThan(2).allMatch(part -> part.length < 35_000 || entriesIn(part) == 1);
        Map<String, byte[]> cut = entries(parts);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        cut.keySet().stream()
                .filter(name -> name.startsWith("report.html."))
                .sorted()
                .forEach(name -> report.writeBytes(cut.get(name)));
        assertThat(report.toByteArray()).isEqualTo(whole.get("report.html"));
    }

    private static int entriesIn(byte[] part) {
        try {
            return entries(List.of(part)).size();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    String text(List<byte[]> files) throws IOException {
        StringBuilder text = new StringBuilder();
        entries(files).values().forEach(bytes -> text.append(new String(bytes, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static Map<String, byte[]> entries(List<byte[]> parts) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (byte[] part : parts) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(part))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
                    assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
                }
            }
        }
        return entries;
    }
}
