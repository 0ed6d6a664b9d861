package dev.assay.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Flattens JSON values into cells. Paths are built as for Parquet: {@code a.b} for members, {@code a[]} for elements. A
 * key that is no name by {@link FieldNames}, or that would be the file's 4,097th, stands as a cell of its own under
 * <code>a{key}</code> and its value under <code>a{value}</code>. The first rule looks at the key alone, so the order of
 * rows does not matter; the second takes keys in file order.
 */
final class JsonCells {
    /** Keys of a file that become names. */
    static final int MAX_NAMES = 4096;

    /** Bytes or characters one string may have. */
    static final int MAX_STRING = 16 << 20;

    private static final int MAX_DEPTH = 200;
    private static final int SHORT_DIGITS = 5;

    /** Makes parsers that refuse what would not fit in memory. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(1000)
                    .maxNameLength(64 << 10)
                    .build())
            .build();

    private final RowBlocks blocks;
    private final Node root = new Node("");
    /** The bytes the parser of a row reads from; null where they are not at hand. */
    private final @Nullable JsonText text;

    private int names;

    JsonCells(RowBlocks blocks, @Nullable JsonText text) {
        this.blocks = blocks;
        this.text = text;
    }

    /** A place in the tree of paths. */
    private static final class Node {
        private final String path;
        private final Map<String, Node> members = new HashMap<>();
        private @Nullable Node element;
        private @Nullable Node key;
        private @Nullable Node value;
        private RowBlocks.@Nullable Column column;

        Node(String path) {
            this.path = path;
        }
    }

    /** Takes the value the parser stands on as a row's, to its end. The row is not ended. */
    void row(JsonParser parser) {
        value(parser, parser.currentToken(), root);
    }

    private void value(JsonParser parser, JsonToken token, Node node) {
        switch (token) {
            case START_OBJECT -> object(parser, node);
            case START_ARRAY -> array(parser, node);
            case VALUE_STRING -> {
                RowBlocks.Column column = column(node);
                string(parser, column.cells());
                blocks.endValidCell(column);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, node);
            case VALUE_TRUE, VALUE_FALSE -> truth(token == JsonToken.VALUE_TRUE ? "true" : "false", node);
            case VALUE_NULL -> blocks.addNull(column(node));
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("No JSON value starts with " + token);
        }
    }

    private void string(JsonParser parser, CellWriter out) {
        if (text == null) {
            out.putUtf8(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } else {
            text.put(parser, out);
        }
    }

    private void truth(String text, Node node) {
        RowBlocks.Column column = column(node);
        column.unsearched().putAscii(text);
        blocks.endUnsearched(column, ParquetValues.TRUTH_VALUE);
    }

    private void number(JsonParser parser, JsonToken token, Node node) {
        RowBlocks.Column column = column(node);
        char[] text = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        int length = parser.getStringLength();
        int digits = text[offset] == '-' ? length - 1 : length;
        if (token == JsonToken.VALUE_NUMBER_INT && digits <= SHORT_DIGITS) {
            column.unsearched().putLatin1(text, offset, length);
            blocks.endUnsearched(column, ParquetValues.SHORT_INTEGER);
        } else {
            column.cells().putLatin1(text, offset, length);
            blocks.endValidCell(column);
        }
    }

    private void object(JsonParser parser, Node node) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            Node child = member(node, parser.currentName());
            value(parser, parser.nextToken(), child);
        }
    }

    private void array(JsonParser parser, Node node) {
        if (node.element == null) {
            node.element = new Node(node.path + "[]");
        }
        Node element = node.element;
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY && element.column != null) {
            blocks.addNull(element.column);
        }
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(parser, token, element);
        }
    }

    private Node member(Node node, String key) {
        Node known = node.members.get(key);
        if (known != null) {
            return known;
        }
        if (names < MAX_NAMES && FieldNames.isName(key)) {
            names++;
            Node child = new Node(node.path.isEmpty() ? key : node.path + "." + key);
            node.members.put(key, child);
            return child;
        }
        if (node.key == null) {
            node.key = new Node(node.path + "{key}");
        }
        if (node.value == null) {
            node.value = new Node(node.path + "{value}");
        }
        RowBlocks.Column column = column(node.key);
        column.cells().putUtf8(key.toCharArray(), 0, key.length());
        blocks.endValidCell(column);
        return node.value;
    }

    private RowBlocks.Column column(Node node) {
        RowBlocks.Column column = node.column;
        if (column == null) {
            column = blocks.column(node.path.isEmpty() ? "value" : node.path);
            node.column = column;
        }
        return column;
    }
}
