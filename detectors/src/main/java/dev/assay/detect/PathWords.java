package dev.assay.detect;

import java.util.List;

/** Words and phrases that paths of columns are asked for, read as those of detectors are. Immutable. */
public final class PathWords {
    private final WordSet words;

    /** Words and phrases in any case. */
    public PathWords(List<String> phrases) {
        words = new WordSet(phrases);
    }

    /** Whether one of them stands in a path: plural or numbered, in snake or camel case. */
    public boolean standIn(String path) {
        return ColumnWords.readings(path).stream().anyMatch(words::holdsAnyOf);
    }
}
