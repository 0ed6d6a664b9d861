package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.storage.ByteRange;
import java.util.List;

/**
 * A piece of work that needs nothing but itself, the settings and the storage: what one worker does without asking
 * another. Many small files are one split, a large file is several.
 *
 * @param index position in the plan, from 0
 * @param kind what is done with the sections
 * @param sections stretches of files, in the order they are read
 * @param shared ranges outside the sections that reading any of them needs; only a digest split has some
 */
public record Split(int index, Kind kind, List<Part> sections, List<ByteRange> shared) {

    /** What a split does. */
    public enum Kind {
        /** Reads, hashes and scans each section. */
        SCAN,
        /**
         * Hashes one file that is scanned in several sections: once as a whole, and each section apart, so that the
         * conclusion can show that the bytes hashed are the bytes scanned.
         */
        DIGEST,
        /** Hashes whole files with MD5 as well, because a list of files says nothing else about them. */
        MD5
    }

    /**
     * One stretch of a file in a split.
     *
     * @param section the stretch
     * @param problem why its cells cannot be read, known since planning; empty if they can. Its bytes are hashed anyway
     * @param remembered whether an earlier scan looked how the file divides, and not this one
     */
    public record Part(FileSection section, String problem, boolean remembered) {
        Part asLookedAt() {
            return remembered ? new Part(section, problem, false) : this;
        }

        Json toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("section", SectionJson.write(section))
                    .put("problem", problem);
            if (remembered) {
                json.put("remembered", true);
            }
            return json.build();
        }

        static Part fromJson(JsonObject json) {
            return new Part(
                    SectionJson.read(json.object("section")),
                    json.string("problem"),
                    json.find("remembered").isPresent());
        }
    }

    public Split {
        sections = List.copyOf(sections);
        shared = List.copyOf(shared);
    }

    /** Bytes this split reads. */
    public long bytes() {
        return sections.stream()
                .mapToLong(part -> part.section().end() - part.section().start())
                .sum();
    }

    /** The same, as if this scan had looked into every file. */
    Split asLookedAt() {
        return new Split(index, kind, sections.stream().map(Part::asLookedAt).toList(), shared);
    }

    public Json toJson() {
        return JsonObject.builder()
                .put("index", index)
                .put("kind", kind.name())
                .put("sections", sections.stream().map(Part::toJson).toList())
                .put("shared", shared.stream().map(Split::rangeJson).toList())
                .build();
    }

    public static Split fromJson(Json json) {
        JsonObject object = json.asObject();
        return new Split(
                object.int32("index"),
                Kind.valueOf(object.string("kind")),
                object.array("sections").objects(Part::fromJson),
                object.array("shared").objects(range -> new ByteRange(range.integer("start"), range.integer("end"))));
    }

    private static Json rangeJson(ByteRange range) {
        return JsonObject.builder()
                .put("start", range.start())
                .put("end", range.end())
                .build();
    }
}
