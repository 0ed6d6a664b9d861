package dev.assay.ledger;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;

/**
 * How long a log was and what its root was when a machine last saw it: enough to notice that it was rolled back or forked.
 *
 * @param size entries
 * @param root 64 hex digits
 */
public record LogMark(long size, String root) {
    public JsonObject toJson() {
        return JsonObject.builder().put("size", size).put("root", root).build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws LedgerException if it is anything else
     */
    public static LogMark parse(byte[] utf8) {
        try {
            JsonObject json = Json.parse(utf8).asObject();
            return new LogMark(json.integer("size"), json.string("root"));
        } catch (JsonException broken) {
            throw new LedgerException("What this machine remembers of the log is damaged: " + broken.getMessage()
                    + " Find out why before you delete it: it is what a rolled-back repository is noticed by.");
        }
    }
}
