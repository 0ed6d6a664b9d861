package dev.assay.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * A JSON value. Numbers are integers within ±(2<sup>53</sup>−1), the range every JSON reader agrees on; anything larger
 * travels as a decimal string, and there are no fractions: rates are parts per million. Immutable.
 */
public sealed interface Json
        permits JsonObject, JsonArray, Json.JsonString, Json.JsonInteger, Json.JsonBoolean, Json.JsonNull {

    /** The largest magnitude a {@link JsonInteger} holds (RFC 8785 §3.2.2.3, after ECMAScript). */
    long MAX_SAFE_INTEGER = (1L << 53) - 1;

    /** A string of Unicode code points; a lone surrogate is refused when it is written. */
    record JsonString(String value) implements Json {}

    /** A whole number within ±(2<sup>53</sup>−1). */
    record JsonInteger(long value) implements Json {
        public JsonInteger {
            if (value > MAX_SAFE_INTEGER || value < -MAX_SAFE_INTEGER) {
                throw new JsonException("The number " + value + " is outside ±(2^53−1); write it as a decimal string.");
            }
        }
    }

    /** {@code true} or {@code false}. */
    record JsonBoolean(boolean value) implements Json {}

    /** {@code null}. */
    record JsonNull() implements Json {}

    static Json of(String value) {
        return new JsonString(value);
    }

    static Json of(long value) {
        return new JsonInteger(value);
    }

    static Json of(boolean value) {
        return new JsonBoolean(value);
    }

    static Json nothing() {
        return new JsonNull();
    }

    /** An array of strings, in the order given. */
    static JsonArray ofStrings(Collection<String> values) {
        return new JsonArray(values.stream().map(Json::of).toList());
    }

    static JsonArray of(List<? extends Json> values) {
        return new JsonArray(List.copyOf(values));
    }

    /**
     * Reads one JSON text.
     *
     * @throws JsonException if the text is not one JSON value, names a key twice, or holds a number that is no safe
     *     integer
     */
    static Json parse(String text) {
        return JsonReader.read(text);
    }

    /** As {@link #parse(String)}, from UTF-8 bytes. */
    static Json parse(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    /** The canonical text of this value: RFC 8785, no line break at the end. */
    default String canonical() {
        return CanonicalWriter.write(this);
    }

    /** The UTF-8 bytes of {@link #canonical()}: what digests and signatures are made over. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 over {@link #canonicalBytes()}, 64 hex digits in lower case. */
    default String sha256() {
        return Sha256.hex(canonicalBytes());
    }

    /** This value as an object. */
    default JsonObject asObject() {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw JsonException.wrongKind("an object", this);
    }

    /** This value as an array. */
    default JsonArray asArray() {
        if (this instanceof JsonArray array) {
            return array;
        }
        throw JsonException.wrongKind("an array", this);
    }

    /** This value as a string. */
    default String asString() {
        if (this instanceof JsonString string) {
            return string.value();
        }
        throw JsonException.wrongKind("a string", this);
    }

    /** This value as a whole number. */
    default long asLong() {
        if (this instanceof JsonInteger integer) {
            return integer.value();
        }
        throw JsonException.wrongKind("a whole number", this);
    }

    /** This value as a truth value. */
    default boolean asBoolean() {
        if (this instanceof JsonBoolean truth) {
            return truth.value();
        }
        throw JsonException.wrongKind("true or false", this);
    }
}
