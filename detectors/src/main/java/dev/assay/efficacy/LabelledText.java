package dev.assay.efficacy;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * One item of a labelled corpus: a text and every value in it that ought to be found. Its JSON form is
 * {@code {"id", "text", "column"?, "language"?, "spans": [{"start", "end", "entity"}]}}.
 *
 * @param id names the item in its corpus
 * @param text what is looked at
 * @param column header or path of the column the text is a cell of; empty for running text
 * @param language of the text, such as {@code de}; empty if nobody says
 * @param spans what ought to be found and nothing else
 */
public record LabelledText(String id, String text, String column, String language, List<LabelledSpan> spans) {
    public LabelledText {
        int length = text.codePointCount(0, text.length());
        spans = List.copyOf(spans);
        for (LabelledSpan span : spans) {
            if (span.end() > length) {
                throw new IllegalArgumentException(
                        "a span ends at " + span.end() + " in a text of " + length + " code points");
            }
        }
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder().put("id", id).put("text", text);
        if (!column.isEmpty()) {
            json.put("column", column);
        }
        if (!language.isEmpty()) {
            json.put("language", language);
        }
        return json.put("spans", spans.stream().map(LabelledSpan::toJson).toList())
                .build();
    }

    /**
     * Reads one item.
     *
     * @throws dev.assay.json.JsonException if a key is missing or of the wrong kind
     * @throws IllegalArgumentException if a span does not lie in the text
     */
    public static LabelledText fromJson(JsonObject json) {
        return new LabelledText(
                json.string("id"),
                json.string("text"),
                json.findString("column").orElse(""),
                json.findString("language").orElse(""),
                json.array("spans").objects(LabelledSpan::fromJson));
    }

    /** Names and counts only, never the text. */
    @Override
    public String toString() {
        return "LabelledText[" + id + ", " + spans.size() + " spans]";
    }
}
