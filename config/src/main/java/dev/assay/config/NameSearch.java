package dev.assay.config;

/** Whether a scan looks for names of persons, places and organisations. */
public enum NameSearch {
    /** In every cell. */
    FULL,
    /** Nowhere; the manifest says that names were not measured. */
    OFF;

    static NameSearch parse(String text) {
        return switch (text) {
            case "full" -> FULL;
            case "off" -> OFF;
            default -> throw new IllegalArgumentException("`" + text + "` is neither `full` nor `off`");
        };
    }
}
