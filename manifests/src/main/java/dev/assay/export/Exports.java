package dev.assay.export;

import java.util.List;
import java.util.Optional;

/** Every format, in the order {@code assay export --help} lists them. */
public final class Exports {
    private static final List<Export> ALL = List.of(
            new SarifExport(),
            new JunitExport(),
            new Sha256SumsExport(),
            new ModelSigningExport(),
            new CycloneDxExport(),
            new SpdxExport(),
            new CroissantExport(),
            new OpenLineageExport(),
            new OscalExport(),
            new ProcessingRecordExport(),
            new HuggingFaceExport(),
            new EvidencePackExport());

    private Exports() {}

    public static List<Export> all() {
        return ALL;
    }

    /** The format of this name. */
    public static Optional<Export> find(String name) {
        return ALL.stream().filter(export -> export.name().equals(name)).findFirst();
    }
}
