package dev.assay.config;

/**
 * In how many rows a scan looks for names of persons, places and organisations.
 *
 * @param ppm rows that are read for names, in parts per million, chosen by hash; 0 for none, a million for all
 */
public record NameSearch(int ppm) {
    private static final int ALL = 1_000_000;

    /** In every cell. */
    public static final NameSearch FULL = new NameSearch(ALL);
    /** Nowhere; the manifest says that names were not measured. */
    public static final NameSearch OFF = new NameSearch(0);

    public NameSearch {
        if (ppm < 0 || ppm > ALL) {
            throw new IllegalArgumentException(ppm + " ppm is not between 0 and " + ALL);
        }
    }

    /** Whether some rows are read for names and others not. */
    public boolean isSample() {
        return ppm > 0 && ppm < ALL;
    }

    static NameSearch parse(String text) {
        return switch (text) {
            case "full" -> FULL;
            case "off" -> OFF;
            default -> sample(text);
        };
    }

    private static NameSearch sample(String text) {
        if (text.startsWith("sample ")) {
            return new NameSearch(
                    (int) Values.integer(text.substring("sample ".length()).strip(), 1, ALL - 1));
        }
        throw new IllegalArgumentException("`" + text
                + "` is neither `full` nor `off` nor `sample` and rows in a million, such as `sample 10000`");
    }
}
