package dev.assay.json;

/** A text that is not the JSON it should be. The message names the place and the kind of trouble, never the content. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }

    static JsonException wrongKind(String expected, Json actual) {
        return new JsonException("Expected " + expected + ", found " + kind(actual) + ".");
    }

    private static String kind(Json value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "an array";
        }
        if (value instanceof Json.JsonString) {
            return "a string";
        }
        if (value instanceof Json.JsonInteger) {
            return "a number";
        }
        return value instanceof Json.JsonBoolean ? "a truth value" : "null";
    }
}
