package dev.assay.detect.ner;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.SpanFinder;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Finds names in cells: the language of a cell chooses the model, the gate and the model choose the names. A short cell of
 * a column whose path speaks of names is one itself, if its words may be. One thread.
 */
final class NameFinder implements SpanFinder {
    /** What the model alone is at most believed. */
    private static final int SUREST = 90;

    /** Words whose looks are remembered: 768 KiB. */
    private static final int REMEMBERED = 16384;

    private static final int LISTED = 60;
    private static final int UNLISTED = 40;

    /** What the lexicon alone is believed of a cell: below what counts, until the column has spoken. */
    private static final int WHOLE = 20;

    private static final NameKind[] KINDS = NameKind.values();
    private static final int ALL = (1 << KINDS.length) - 1;

    private final int[] detectors = new int[KINDS.length];
    private final WordTable words = new WordTable(ShippedNames.lexicon(), REMEMBERED);
    private final NameTokens tokens = new NameTokens(words);
    private final NameReader reader = new NameReader(words, NameTagger.gated());
    private final CellLook look = new CellLook(tokens);
    private final List<OwnNameTagger> own;
    /** Names found in a short cell. */
    private final NameParts parts = new NameParts();

    NameFinder(ToIntFunction<String> detectors, List<OwnNameModel> models) {
        for (NameKind kind : KINDS) {
            this.detectors[kind.place()] = detectors.applyAsInt(kind.name());
        }
        own = models.stream().map(OwnNameTagger::new).toList();
    }

    @Override
    public void find(CellBatch batch, ColumnContext column, Cells cells, Spans into) {
        byte[] bytes = batch.bytes();
        boolean spoken = speaksOfNames(column);
        NameReader.Found found = (kind, start, end, permille) -> name(kind, start, end, permille, into);
        for (int cell = 0; cell < batch.cells(); cell++) {
            int from = batch.start(cell);
            int to = batch.end(cell);
            if (to - from > 1 && cells.reads(cell) && !(spoken && isNameOfColumn(batch, cell, column, into))) {
                if (to - from > CellLook.LONGEST) {
                    read(bytes, from, to, found);
                } else {
                    parts.clear();
                    read(bytes, from, to, parts);
                    settleShort(bytes, from, to, column, into);
                }
            }
        }
    }

    private void read(byte[] bytes, int from, int to, NameReader.Found into) {
        if (own.isEmpty()) {
            reader.read(bytes, from, to, null, into);
            return;
        }
        Language language = reader.language(bytes, from, to);
        int taken = takenByOwn(language, bytes, from, to, into);
        if (taken != ALL) {
            reader.read(bytes, from, to, NameReader.model(Optional.of(language)), (kind, start, end, permille) -> {
                if ((taken & 1 << kind.place()) == 0) {
                    into.name(kind, start, end, permille);
                }
            });
        }
    }

    /** Asks the models of the workspace's own that read a language; the kinds they find, a bit each. */
    private int takenByOwn(Language language, byte[] bytes, int from, int to, NameReader.Found into) {
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
                                    into.name(kind, tokens.start[first], tokens.end[end - 1], permille));
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

    private boolean speaksOfNames(ColumnContext column) {
        for (int detector : detectors) {
            if (detector >= 0 && column.evidence(detector) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the column's path says what the cell's few words are. Where they speak against it, that is noted: a column most
     * of whose cells do holds something else.
     */
    private boolean isNameOfColumn(CellBatch batch, int cell, ColumnContext column, Spans into) {
        for (NameKind kind : KINDS) {
            int detector = detectors[kind.place()];
            if (detector >= 0 && column.evidence(detector) > 0) {
                if (!look.read(batch.bytes(), batch.start(cell), batch.end(cell))) {
                    return false;
                }
                CellLook.Verdict verdict = look.as(kind);
                if (verdict == CellLook.Verdict.UNLIKE) {
                    into.refused(cell, detector);
                    return false;
                }
                into.span(look.start(), look.end(), detector, verdict == CellLook.Verdict.LIKE ? LISTED : UNLISTED);
                return true;
            }
        }
        return false;
    }

    /** Whether a short cell that was read is few words, which are then looked at together. */
    private boolean isFewWords(byte[] bytes, int from, int to) {
        if (own.isEmpty() && !reader.sawFewWords()) {
            return false;
        }
        boolean isCut = own.isEmpty() && reader.keepsOneSegment();
        return isCut ? look.read(reader.kept()) : look.read(bytes, from, to);
    }

    /**
     * Gives what was found in a short cell. What the cell may be as a whole besides is unlikely by itself: of a column of which
     * most cells may be the same the column makes it sure. A person's name found in pieces is one name where the whole cell reads
     * as one; a cell as a whole is no name of a kind that its column's path speaks against. Only a cell that holds a listed word can
     * read as one.
     */
    private void settleShort(byte[] bytes, int from, int to, ColumnContext column, Spans into) {
        boolean few = isFewWords(bytes, from, to);
        if (!few && parts.size() == 0) {
            return;
        }
        for (NameKind kind : KINDS) {
            int detector = detectors[kind.place()];
            if (detector < 0) {
                continue;
            }
            boolean like = few && look.as(kind) == CellLook.Verdict.LIKE;
            int best = parts.best(kind);
            if (like && best < 0 && column.evidence(detector) == 0) {
                into.span(look.start(), look.end(), detector, WHOLE);
            } else if (like && kind == NameKind.PERSON && column.evidence(detector) == 0) {
                name(kind, look.start(), look.end(), best, into);
            } else {
                for (int i = 0; i < parts.size(); i++) {
                    boolean whole = parts.start(i) == from && parts.end(i) == to;
                    if (parts.kind(i) == kind && !(whole && column.evidence(detector) < 0)) {
                        name(kind, parts.start(i), parts.end(i), parts.permille(i), into);
                    }
                }
            }
        }
    }
}
