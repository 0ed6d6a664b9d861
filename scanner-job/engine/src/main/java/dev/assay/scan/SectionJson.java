package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.json.JsonObject;
import dev.assay.storage.Location;
import dev.assay.storage.StoredFile;

/** File sections as JSON, for plans that are stored and sent. */
final class SectionJson {
    private SectionJson() {}

    static JsonObject write(FileSection section) {
        return place(section).put("pin", section.file().pin()).build();
    }

    /** A section of whatever version of its file. */
    static JsonObject writeUnpinned(FileSection section) {
        return place(section).build();
    }

    private static JsonObject.Builder place(FileSection section) {
        StoredFile file = section.file();
        return JsonObject.builder()
                .put("path", file.path())
                .put("location", file.location().text())
                .put("length", file.length())
                .put("format", section.format())
                .put("ordinal", section.ordinal())
                .put("start", section.start())
                .put("end", section.end())
                .put("firstRowGroup", section.firstRowGroup())
                .put("rowGroups", section.rowGroups())
                .put("firstRow", section.firstRow())
                .put("rows", section.rows());
    }

    static FileSection read(JsonObject json) {
        StoredFile file = new StoredFile(
                json.string("path"), new Location(json.string("location")), json.integer("length"), json.string("pin"));
        return new FileSection(
                file,
                json.string("format"),
                json.int32("ordinal"),
                json.integer("start"),
                json.integer("end"),
                json.int32("firstRowGroup"),
                json.int32("rowGroups"),
                json.integer("firstRow"),
                json.integer("rows"));
    }
}
