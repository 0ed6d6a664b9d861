package dev.assay.detect;

import dev.assay.detect.SpanFinder.Cells;
import dev.assay.detect.text.ShortText;
import java.util.IdentityHashMap;

/**
 * Leaves out short cells whose text stood in the same column before and held nothing: labels, speakers and countries stand in
 * thousands of rows of formats that have no dictionary. What is found in a cell depends on its text and its column alone, so no
 * finding does on what is left out. Where few cells come again a column is not looked up on for a while. Not thread-safe.
 */
final class RepeatedCells {
    /** Cells of a column that are looked up before it is judged. */
    private static final int TRIAL = 1024;

    /** A column is looked up on while at least one cell in so many comes again. */
    private static final int ONE_IN = 4;

    /** After a trial in vain so many times as many cells pass before the next. */
    private static final int PAUSE = 32;

    /** Columns that are told apart; with more all begin anew. */
    private static final int COLUMNS = 4096;

    private final QuietTexts quiet = new QuietTexts();
    private final IdentityHashMap<ColumnContext, Column> columns = new IdentityHashMap<>();
    private long numbered;

    /** The cells of a batch that are left. */
    private final CellBatch rest = new CellBatch(1 << 12);

    private int[] cellOfRest = new int[64];
    private boolean[] telling = new boolean[64];
    private CellBatch searched = rest;
    private long column;

    /** How often cells of one column came again, which tells whether it is worth while to look them up. */
    private static final class Column {
        /** Another one where names are sought. */
        private final long number;

        private long looked;
        private long met;
        private long pause;

        Column(long number) {
            this.number = number;
        }

        boolean isAsked(int cells) {
            pause -= Math.min(pause, cells);
            return pause == 0;
        }

        void judge(int cells, int known) {
            looked += cells;
            met += known;
            if (looked >= TRIAL) {
                pause = met * ONE_IN < looked ? looked * PAUSE : 0;
                looked = 0;
                met = 0;
            }
        }
    }

    /** Forgets all texts and columns. */
    void forget() {
        quiet.clear();
        columns.clear();
        rest.clear();
        searched = rest;
    }

    /**
     * The cells of a batch that have to be searched: the batch itself, or one of those in which something may be found.
     *
     * @param batch must not change before {@link #settle}
     */
    CellBatch rest(CellBatch batch, ColumnContext context, Cells wholly) {
        searched = batch;
        column = 0;
        if (wholly != Cells.ALL && wholly != Cells.NONE) {
            return batch;
        }
        Column asked = column(context);
        if (!asked.isAsked(batch.cells())) {
            return batch;
        }
        column = asked.number * 2 + (wholly == Cells.ALL ? 1 : 0);
        makeRoom(batch.cells());
        byte[] bytes = batch.bytes();
        int left = 0;
        for (int cell = 0; cell < batch.cells(); cell++) {
            int start = batch.start(cell);
            int length = batch.length(cell);
            cellOfRest[left] = cell;
            left += length <= ShortText.LONGEST && quiet.holds(column, bytes, start, length) ? 0 : 1;
        }
        asked.judge(batch.cells(), batch.cells() - left);
        if (left * ONE_IN > batch.cells() * (ONE_IN - 1)) {
            return batch;
        }
        rest.clear();
        for (int i = 0; i < left; i++) {
            int cell = cellOfRest[i];
            rest.add(bytes, batch.start(cell), batch.length(cell));
        }
        searched = rest;
        return rest;
    }

    private Column column(ColumnContext context) {
        if (columns.size() >= COLUMNS) {
            forget();
        }
        return columns.computeIfAbsent(context, unused -> new Column(++numbered));
    }

    private void makeRoom(int cells) {
        if (cellOfRest.length <= cells) {
            cellOfRest = new int[cells + 1];
            telling = new boolean[cells];
        }
    }

    /**
     * Remembers the cells that were searched and hold nothing.
     *
     * @param found what was found in the batch that {@link #rest} told; then speaks of the whole one
     */
    void settle(Findings found) {
        if (column == 0) {
            return;
        }
        found.tell(telling, searched.cells());
        byte[] bytes = searched.bytes();
        for (int cell = 0; cell < searched.cells(); cell++) {
            int length = searched.length(cell);
            if (!telling[cell] && length <= ShortText.LONGEST) {
                quiet.add(column, bytes, searched.start(cell), length);
            }
        }
        if (searched == rest) {
            found.renumber(cellOfRest);
        }
    }
}
