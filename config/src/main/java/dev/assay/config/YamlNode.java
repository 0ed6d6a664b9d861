package dev.assay.config;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document and the line it starts on, from 1. */
sealed interface YamlNode {
    int line();

    /** What to call this piece in a complaint. */
    String kind();

    /**
     * @param plain whether it was written without quotes
     */
    record Scalar(String value, boolean plain, int line) implements YamlNode {
        /** A key with nothing after it, or an unquoted {@code null} or {@code ~}: as if the key were not there. */
        boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }

        @Override
        public String kind() {
            return "a single value";
        }
    }

    record Sequence(List<YamlNode> values, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * @param entries by key, in the order of the file
     */
    record Mapping(Map<String, Entry> entries, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** A key's line and its value. */
    record Entry(int line, YamlNode value) {}
}
