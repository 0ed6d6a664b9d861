package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.storage.Location;
import dev.assay.storage.StoredFile;

/** File sections as JSON, for plans that are stored and sent. */
final class SectionJson {
    private SectionJson() {}

    static Json write(FileSection section) {
        StoredFile file = section.file();
        return JsonObject.builder()
                .put("path", file.path())
                .put("location", file.location().text())
                .put("length", file.length())
                .put("pin", file.pin())
                .put("format", section.format())
                .put("ordinal", section.ordinal())
                .put("start", section.start())
                .put("end", section.end())
                .put("firstRowGroup", section.firstRowGroup())
                .put("rowGroups", section.rowGroups())
                .put("firstRow", section.firstRow())
                .put("rows", section.rows())
                .build();
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
