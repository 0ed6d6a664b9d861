package dev.assay.config;

/**
 * One mistake in a configuration file.
 *
 * @param line from 1; 0 when the trouble is with the whole file
 * @param key path of the key such as {@code rules[1].findings.max-rate}, list elements from 0; empty for the whole file
 * @param message the offending value and what to do
 */
public record Problem(int line, String key, String message) {
    @Override
    public String toString() {
        if (key.isEmpty()) {
            return line == 0 ? message : "line " + line + ": " + message;
        }
        return "`" + key + "`" + (line == 0 ? "" : " (line " + line + ")") + ": " + message;
    }
}
