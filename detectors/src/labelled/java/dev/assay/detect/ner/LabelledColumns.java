package dev.assay.detect.ner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labelled names of the development portions, each kind of a portion a column of cells. */
public final class LabelledColumns {
    /** Columns of fewer cells say too little. */
    private static final int FEWEST = 40;

    private LabelledColumns() {}

    /** By language, portion and kind, such as {@code de germeval-dev PERSON}: the cells, in the order of the portion. */
    public static SortedMap<String, List<String>> of(Path data) throws IOException {
        SortedMap<String, List<String>> columns = new TreeMap<>();
        for (String language : Portions.LANGUAGES) {
            for (Map.Entry<String, List<Labelled>> corpus :
                    new Portions(data).development(language).entrySet()) {
                for (NameKind kind : NameKind.values()) {
                    List<String> cells = cells(corpus.getValue(), kind);
                    if (cells.size() >= FEWEST) {
                        columns.put(language + " " + corpus.getKey() + " " + kind, cells);
                    }
                }
            }
        }
        return columns;
    }

    private static List<String> cells(List<Labelled> texts, NameKind kind) {
        return texts.stream()
                .flatMap(text -> text.names().stream()
                        .filter(name -> name.kind() == kind)
                        .map(name -> text.text().substring(name.start(), name.end())))
                .toList();
    }
}
