package dev.assay.quality;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ner.TextLanguage;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Beginnings of the texts of a column that {@link LanguageSample} will keep, as far as can be known so far. Which they are shows at
 * the end alone: only then are their languages told, of a fifth of the texts that would be asked about one after the other. At
 * most {@value #MOST_CELLS} are held. One thread.
 */
final class AwaitedTexts {
    /** One more than is kept shows that there were more. */
    private static final int HELD = LanguageSample.KEPT + 1;

    private static final int MOST_CELLS = 2 * HELD;

    private final TextLanguage languages;
    /** Places of texts in the batch, by the texts' hashes. */
    private final TreeMap<Long, Integer> places = new TreeMap<>();

    private @Nullable CellBatch texts;
    /** No larger hash can be among the smallest; asked for every cell, so no boxed number. */
    private long ceiling = Long.MAX_VALUE;

    AwaitedTexts(TextLanguage languages) {
        this.languages = languages;
    }

    /** Whether a text may be kept; asked before it is looked at. */
    boolean wants(long hash) {
        return hash <= ceiling && !places.containsKey(hash);
    }

    /** Takes a text that is wanted; one of which no language is told is left out. */
    void add(long hash, byte[] bytes, int start, int end) {
        int beginning = Math.min(end - start, TextLanguage.BYTES);
        if (!languages.isTold(bytes, start, start + beginning)) {
            return;
        }
        CellBatch into = texts == null ? new CellBatch(TextLanguage.BYTES) : texts;
        texts = into;
        into.add(bytes, start, beginning);
        places.put(hash, into.cells() - 1);
        if (places.size() > HELD) {
            places.pollLastEntry();
            ceiling = places.lastKey();
            if (into.cells() == MOST_CELLS) {
                texts = onlyAwaited(into);
            }
        }
    }

    private CellBatch onlyAwaited(CellBatch from) {
        CellBatch kept = new CellBatch(from.limit() / 2);
        places.replaceAll((hash, cell) -> {
            kept.add(from.bytes(), from.start(cell), from.length(cell));
            return kept.cells() - 1;
        });
        return kept;
    }

    /** Tells the languages of the texts held, and forgets them. */
    void tell(ColumnQuality quality) {
        CellBatch from = texts;
        if (from != null) {
            places.forEach((hash, cell) ->
                    quality.language(hash, languages.of(from.bytes(), from.start(cell), from.end(cell))));
        }
        places.clear();
        texts = null;
        ceiling = Long.MAX_VALUE;
    }
}
