package dev.assay.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row for the record of processing activities (GDPR Article 30(1)), as CSV (RFC 4180): what the card declares and what was found.
 * What neither knows says so, for a person to fill in.
 */
final class ProcessingRecordExport implements Export {
    private static final String UNDECLARED = "not declared";

    @Override
    public String name() {
        return "gdpr-30";
    }

    @Override
    public String title() {
        return "GDPR Article 30 row, CSV";
    }

    @Override
    public String ending() {
        return "article-30.csv";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Map<String, String> row = row(input);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        row.forEach((name, value) -> {
            names.add(cell(name));
            values.add(cell(value));
        });
        return Written.text(String.join(",", names) + "\r\n" + String.join(",", values) + "\r\n");
    }

    private static Map<String, String> row(ExportInput input) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Dataset", input.name());
        row.put("Title", input.title());
        row.put("Controller or owner (30(1)(a))", declared(input.dataset().owner()));
        row.put(
                "Purposes (30(1)(b))",
                joined(Optional.ofNullable(input.dataset().purposes()).orElse(List.of())));
        row.put("Categories of data subjects (30(1)(c))", joined(texts(input, "dataSubjects")));
        row.put("Categories of personal data, declared (30(1)(c))", joined(texts(input, "personalData")));
        row.put("Categories of personal data, found (30(1)(c))", found(input));
        row.put(
                "Recipients (30(1)(d))",
                "not in the record; suppliers: " + joined(DeclaredSources.texts(input, "supplier", "name")));
        row.put("Regions of processing (30(1)(e))", joined(DeclaredSources.lists(input, "processingIncluded")));
        row.put("Time limits (30(1)(f))", limits(input));
        row.put("Storage, as it says itself (30(1)(g))", storage(input));
        row.put(
                "Security measures (30(1)(g))",
                joined(DeclaredSources.of(input).stream()
                        .flatMap(source ->
                                DeclaredSources.named(source.find("privacyEnhancing"), "toolCategory").stream())
                        .distinct()
                        .toList()));
        row.put("Legal basis, declared", joined(DeclaredSources.texts(input, "legalBasis", "gdpr6")));
        row.put("Scanned on", input.scannedOn().map(Written::time).orElse("no trusted statement says"));
        row.put("Manifest SHA-256", input.manifest().sha256());
        return row;
    }

    private static List<String> texts(ExportInput input, String key) {
        return input.declared().find(key).map(all -> all.asArray().strings()).orElse(List.of());
    }

    private static String declared(@Nullable String text) {
        return text == null ? UNDECLARED : text;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? UNDECLARED : String.join("; ", texts);
    }

    private static String found(ExportInput input) {
        List<String> classes = input.found().stream()
                .filter(FoundEntity::isPersonal)
                .map(entity -> entity.type().dataClass().label())
                .distinct()
                .sorted()
                .toList();
        return classes.isEmpty() ? "nothing found, which does not show that nothing is there" : joined(classes);
    }

    /** For the public nothing: where data lies and how it is locked helps an attacker. */
    private static String storage(ExportInput input) {
        List<String> told = input.storage().stream()
                .map(line -> line.what() + ": " + line.says())
                .toList();
        return told.isEmpty() ? "not in the record" : String.join("; ", told);
    }

    private static String limits(ExportInput input) {
        List<String> limits = new ArrayList<>(DeclaredSources.texts(input, "retention", "until"));
        limits.addAll(DeclaredSources.texts(input, "retention", "rule"));
        return joined(limits);
    }

    /** Quoted; a text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String line = OneLine.of(text);
        String safe = "=+-@".indexOf(line.charAt(0)) >= 0 && line.length() > 1 ? "'" + line : line;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
