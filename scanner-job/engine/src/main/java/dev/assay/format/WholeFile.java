package dev.assay.format;

import dev.assay.storage.StoredFile;
import java.util.List;

/** The layout of formats that are read from the first byte to the last. */
final class WholeFile {
    private WholeFile() {}

    static FileLayout layout(String format, StoredFile file) {
        FileSection section = new FileSection(file, format, 0, 0, file.length(), 0, 0, 0, -1);
        return new FileLayout(format, List.of(), -1, List.of(section));
    }

    /** Tells the sink what was lost of a compressed file. */
    static void finish(TextInput text, CellSink sink) {
        text.failure()
                .ifPresent(why -> sink.skipped(
                        "",
                        "The compressed file is damaged: " + why + ". What came before was read.",
                        text.unread(),
                        0));
    }
}
