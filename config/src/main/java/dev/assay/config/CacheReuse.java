package dev.assay.config;

/** Which files a scan does not parse again. */
public enum CacheReuse {
    /** Those whose bytes an earlier scan read under the same settings. */
    UNCHANGED,
    /** None; nothing is kept either. */
    NOTHING;

    static CacheReuse parse(String text) {
        return switch (text) {
            case "unchanged" -> UNCHANGED;
            case "nothing" -> NOTHING;
            default -> throw new IllegalArgumentException("`" + text + "` is neither `unchanged` nor `nothing`");
        };
    }
}
