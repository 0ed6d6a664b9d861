package dev.assay.ledger;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.statement.Envelope;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementException;

/**
 * That a statement was made.
 *
 * @param predicateType what kind of statement
 * @param subject what it is about, such as {@code support-chats@3}
 * @param sha256 digest of its line
 */
public record LogEntry(String predicateType, String subject, String sha256) {
    static LogEntry of(Envelope envelope) {
        Statement statement = envelope.statement();
        return new LogEntry(
                statement.predicateType(),
                statement.subjects().get(0).name(),
                envelope.toJson().sha256());
    }

    /** The leaf's data in the Merkle tree: its canonical line without the line feed. */
    byte[] leafData() {
        return toJson().canonicalBytes();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("predicateType", predicateType)
                .put("subject", subject)
                .put("sha256", sha256)
                .build();
    }

    static LogEntry parse(String line) {
        try {
            JsonObject json = Json.parse(line).asObject();
            LogEntry entry = new LogEntry(json.string("predicateType"), json.string("subject"), json.string("sha256"));
            if (entry.toJson().canonical().equals(line)) {
                return entry;
            }
        } catch (JsonException broken) {
            throw new StatementException("A line of the log is no entry: " + broken.getMessage());
        }
        throw new StatementException("A line of the log is not written as the specification says.");
    }
}
