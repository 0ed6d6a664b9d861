package dev.assay.detect.ner;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.SpanFinder;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds names in cells: the language of a cell chooses the model, the gate and the model choose the names. A short cell of
 * a column whose path speaks of names is one itself, if its words may be. One thread.
 */
final class NameFinder implements SpanFinder {
    /** What the model alone is at most believed. */
    private static final int SUREST = 90;

    /** Words whose looks are remembered: 512 KiB. */
    private static final int REMEMBERED = 8192;

    private static final int LISTED = 60;
    private static final int UNLISTED = 40;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_WORDS = 6;
    private static final NameKind[] KINDS = NameKind.values();
    private static final int ALL = (1 << KINDS.length) - 1;

    private final int[] detectors = new int[KINDS.length];
    private final WordTable words = new WordTable(ShippedNames.lexicon(), REMEMBERED);
    private final NameTokens tokens = new NameTokens(words);
    private final NameReader reader = new NameReader(words, NameTagger.gated());
    private final List<OwnNameTagger> own;

    NameFinder(ToIntFunction<String> detectors, List<OwnNameModel> models) {
        for (NameKind kind : KINDS) {
            this.detectors[kind.place()] = detectors.applyAsInt(kind.name());
        }
        own = models.stream().map(OwnNameTagger::new).toList();
    }

    @Override
    public void find(CellBatch batch, ColumnContext column, Cells cells, Spans into) {
        byte[] bytes = batch.bytes();
        for (int cell = 0; cell < batch.cells(); cell++) {
            int from = batch.start(cell);
            int to = batch.end(cell);
            if (to - from > 1 && cells.reads(cell) && !isNameOfColumn(bytes, from, to, column, into)) {
                read(bytes, from, to, into);
            }
        }
    }

    private void read(byte[] bytes, int from, int to, Spans into) {
        if (own.isEmpty()) {
            reader.read(bytes, from, to, null, (kind, start, end, permille) -> name(kind, start, end, permille, into));
            return;
        }
        Language language = reader.language(bytes, from, to);
        int taken = takenByOwn(language, bytes, from, to, into);
        if (taken != ALL) {
            NameModel model = ShippedNames.model(language)
                    .or(() -> ShippedNames.model(Language.EN))
                    .orElseThrow();
            reader.read(bytes, from, to, model, (kind, start, end, permille) -> {
                if ((taken & 1 << kind.place()) == 0) {
                    name(kind, start, end, permille, into);
                }
            });
        }
    }

    /** Asks the models of the workspace's own that read a language; the kinds they find, a bit each. */
    private int takenByOwn(Language language, byte[] bytes, int from, int to, Spans into) {
        int taken = 0;
        for (OwnNameTagger one : own) {
            if (one.model().reads() == language) {
                taken |= one.model().kinds();
                tokens.begin(bytes, from, to);
                while (tokens.next()) {
                    one.tag(
                            tokens,
                            bytes,
                            (kind, first, end, permille) ->
                                    name(kind, tokens.start[first], tokens.end[end - 1], permille, into));
                }
            }
        }
        return taken;
    }

    private void name(NameKind kind, int start, int end, int permille, Spans into) {
        int detector = detectors[kind.place()];
        if (detector >= 0) {
            into.span(start, end, detector, permille * SUREST / 1000);
        }
    }

    /** Whether the column's path says what the cell's few words are. */
    private boolean isNameOfColumn(byte[] bytes, int from, int to, ColumnContext column, Spans into) {
        if (to - from > LONGEST_NAME) {
            return false;
        }
        for (NameKind kind : KINDS) {
            int detector = detectors[kind.place()];
            if (detector >= 0 && column.evidence(detector) > 0) {
                tokens.begin(bytes, from, to);
                if (!tokens.next() || tokens.position() < to) {
                    return false;
                }
                int listed = 0;
                int words = 0;
                for (int i = 0; i < tokens.size(); i++) {
                    byte shape = tokens.shape[i];
                    if (shape == NameTokens.OPAQUE || shape == NameTokens.NUMBER) {
                        return false;
                    }
                    if (shape != NameTokens.MARK) {
                        words++;
                        listed += (tokens.flags[i] & Lexicon.NAMES) != 0 ? 1 : 0;
                        boolean common = (tokens.flags[i] & (Lexicon.COMMON | Lexicon.NAMES)) == Lexicon.COMMON;
                        if (common && shape == NameTokens.LOWER && tokens.size() == 1) {
                            return false;
                        }
                    }
                }
                if (words == 0 || words > MOST_WORDS) {
                    return false;
                }
                into.span(tokens.start[0], tokens.end[tokens.size() - 1], detector, listed > 0 ? LISTED : UNLISTED);
                return true;
            }
        }
        return false;
    }
}
