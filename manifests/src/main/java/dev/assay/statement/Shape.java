package dev.assay.statement;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How predicates are read back: exactly what is written, nothing more and nothing less. */
final class Shape {
    private Shape() {}

    /** Reads one that writes the same JSON again; what it does not know cannot have been meant by who signed it. */
    static <T extends Predicate> T read(JsonObject json, String what, Function<JsonObject, T> read) {
        try {
            T predicate = read.apply(json);
            if (!predicate.toJson().equals(json)) {
                throw new StatementException("Not " + what + ": it holds something this version does not know.");
            }
            return predicate;
        } catch (JsonException | IllegalArgumentException | DateTimeException trouble) {
            throw new StatementException("Not " + what + ": " + trouble.getMessage());
        }
    }

    static Json date(@Nullable LocalDate date) {
        return date == null ? Json.nothing() : Json.of(date.toString());
    }

    static @Nullable LocalDate date(JsonObject json, String key) {
        Optional<String> text = json.findString(key);
        return text.isPresent() ? LocalDate.parse(text.get()) : null;
    }

    static Json text(@Nullable String text) {
        return text == null ? Json.nothing() : Json.of(text);
    }

    /** The day of a moment, in UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static String require(String text, String field) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" is empty.");
        }
        return text;
    }
}
