package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.report.HtmlReport;
import dev.assay.report.PdfPrinter;
import dev.assay.statement.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A zip for an auditor: an index of evidence with its five elements, as HTML and JSON, and the artefacts it names: manifest,
 * listing, samples, signed statements, the report; its pages also as PDF if there is a printer. Entries are stored, in a fixed order
 * and at a fixed time, so that the same record gives the same bytes, a printed page excepted. Parts hold at most {@link #MAX_PART_BYTES}; a file that alone is larger is cut, and the index says how to join
 * it. The public pack holds the index alone: each artefact says what a public export must not.
 */
final class EvidencePackExport implements Export {
    /** Leaves room for a part's own headers. */
    private static final int MAX_CONTENT = MAX_PART_BYTES - 1_000_000;

    private final int maxContent;

    EvidencePackExport() {
        this(MAX_CONTENT);
    }

    EvidencePackExport(int maxContent) {
        this.maxContent = maxContent;
    }

    @Override
    public String name() {
        return "evidence-pack";
    }

    @Override
    public String title() {
        return "evidence pack, zip";
    }

    @Override
    public String ending() {
        return "evidence.zip";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Map<String, byte[]> artefacts = input.isPublic() ? Map.of() : artefacts(input);
        List<EvidenceItem> items = EvidenceItem.of(input);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] page = EvidenceIndex.html(input, items).getBytes(StandardCharsets.UTF_8);
        entries.put("index.html", page);
        print(input, page).ifPresent(pdf -> entries.put("index.pdf", pdf));
        entries.put("index.json", index(input, items, artefacts).canonicalBytes());
        artefacts.forEach((name, bytes) -> entries.putAll(cut(name, bytes)));
        return parts(entries);
    }

    private static Map<String, byte[]> artefacts(ExportInput input) {
        Map<String, byte[]> artefacts = new LinkedHashMap<>();
        artefacts.put("manifest.json", input.manifest().fileBytes());
        artefacts.put("files.jsonl", input.record().files().fileBytes());
        artefacts.put("findings.jsonl", input.record().samples().fileBytes());
        artefacts.put(
                "statements.intoto.jsonl",
                new Bundle(input.attested().stream().map(Attested::envelope).toList()).fileBytes());
        byte[] report = HtmlReport.render(input.record());
        artefacts.put("report.html", report);
        print(input, report).ifPresent(pdf -> artefacts.put("report.pdf", pdf));
        return artefacts;
    }

    private static Optional<byte[]> print(ExportInput input, byte[] page) {
        PdfPrinter printer = input.printer();
        if (printer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(printer.print(page));
        } catch (IOException trouble) {
            throw new ExportException("Cannot print as PDF: " + trouble.getMessage());
        }
    }

    private static JsonObject index(ExportInput input, List<EvidenceItem> items, Map<String, byte[]> artefacts) {
        List<Json> files = new ArrayList<>();
        artefacts.forEach((name, bytes) -> files.add(JsonObject.builder()
                .put("name", name)
                .put("bytes", bytes.length)
                .put("sha256", Sha256.hex(bytes))
                .build()));
        JsonObject.Builder index = JsonObject.builder()
                .put("dataset", input.name())
                .put("manifestSha256", input.manifest().sha256())
                .put("outcome", input.decision().outcome().label())
                .put("note", EvidenceIndex.NOTE)
                .put("items", items.stream().map(EvidenceItem::toJson).toList())
                .put("files", files);
        input.scannedOn().ifPresent(moment -> index.put("created", Written.time(moment)));
        return index.build();
    }

    /** A file as it is, or in numbered pieces to be joined in order. */
    private Map<String, byte[]> cut(String name, byte[] bytes) {
        Map<String, byte[]> pieces = new LinkedHashMap<>();
        if (bytes.length <= maxContent) {
            pieces.put(name, bytes);
            return pieces;
        }
        int number = 0;
        for (int start = 0; start < bytes.length; start += maxContent) {
            number++;
            int end = Math.min(bytes.length, start + maxContent);
            String digits = String.valueOf(1000 + number).substring(1);
            pieces.put(name + "." + digits, Arrays.copyOfRange(bytes, start, end));
        }
        return pieces;
    }

    private List<byte[]> parts(Map<String, byte[]> entries) {
        List<byte[]> parts = new ArrayList<>();
        Map<String, byte[]> part = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (!part.isEmpty() && size + entry.getValue().length > maxContent) {
                parts.add(StoredZip.of(part));
                part.clear();
                size = 0;
            }
            part.put(entry.getKey(), entry.getValue());
            size += entry.getValue().length;
        }
        parts.add(StoredZip.of(part));
        return parts;
    }
}
