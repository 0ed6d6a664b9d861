package dev.assay.format;

import dev.assay.storage.SectionReader;
import dev.assay.storage.StoredFile;

/** Reads files in tests the way the engine does. */
final class Reading {
    private Reading() {}

    /** Reads a whole file by the format Assay finds for it, in sections of about so many bytes. */
    static CollectingSink read(InMemoryFile file, long splitBytes) {
        return read(Formats.detect(file.stored(), file), file, splitBytes);
    }

    static CollectingSink read(FileFormat format, InMemoryFile file, long splitBytes) {
        StoredFile stored = file.stored();
        FileLayout layout = format.layout(stored, file, splitBytes);
        long end = 0;
        CollectingSink sink = new CollectingSink();
        for (FileSection section : layout.sections()) {
            if (section.start() != end || section.ordinal() != layout.sections().indexOf(section)) {
                throw new AssertionError("sections do not join: " + section);
            }
            end = section.end();
            try (SectionReader reader = new SectionReader(file, section.start(), section.end())) {
                format.read(section, reader, sink);
                reader.finish();
            }
        }
        if (end != stored.length()) {
            throw new AssertionError("sections end at " + end + " of " + stored.length());
        }
        if (layout.rows() >= 0 && layout.rows() != sink.rows) {
            throw new AssertionError("the layout promised " + layout.rows() + " rows, " + sink.rows + " were read");
        }
        return sink;
    }
}
