package dev.assay.format;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns parsed fields into cells. The first row names the columns if every field of it may be a name; else columns are
 * called {@code column 1}, {@code column 2} … and the row is data. Fields past the last column, or past the 4,096th, go to
 * {@code (extra)}.
 */
final class CsvCells extends CsvCallbackHandler<Boolean> {
    private static final int MAX_COLUMNS = 4096;

    private final RowBlocks blocks;
    private final CellSink sink;
    private final boolean beginsFile;
    private final List<RowBlocks.Column> columns = new ArrayList<>();
    private RowBlocks.@Nullable Column extra;
    private final List<String> firstRow = new ArrayList<>();
    private final List<Boolean> firstQuoted = new ArrayList<>();
    private boolean named;
    private int field;
    private boolean blank;
    private long longRows;
    private long shortRows;

    /** @param beginsFile whether the first row is one of the section's; else it only names the columns */
    CsvCells(RowBlocks blocks, CellSink sink, boolean beginsFile) {
        this.blocks = blocks;
        this.sink = sink;
        this.beginsFile = beginsFile;
    }

    /** Whether the first row was met. */
    boolean areNamed() {
        return named;
    }

    @Override
    protected RecordType getRecordType() {
        return blank ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return field;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        field = 0;
        blank = false;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are off.");
    }

    @Override
    protected void setEmpty() {
        blank = true;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (named) {
            add(buffer, offset, length, quoted);
        } else {
            firstRow.add(new String(buffer, offset, length));
            firstQuoted.add(quoted);
            field++;
        }
    }

    private void add(char[] buffer, int offset, int length, boolean quoted) {
        RowBlocks.Column column = field < columns.size() ? columns.get(field) : extra();
        field++;
        if (length == 0 && !quoted) {
            blocks.addNull(column);
        } else {
            boolean ascii = column.cells().putLatin1(buffer, offset, length);
            if (ascii) {
                blocks.endValidCell(column);
            } else {
                blocks.endCell(column);
            }
        }
    }

    private RowBlocks.Column extra() {
        RowBlocks.Column column = extra;
        if (column == null) {
            column = blocks.column("(extra)");
            extra = column;
        }
        return column;
    }

    /** Whether the record is a row of data. */
    @Override
    protected Boolean buildRecord() {
        if (blank) {
            return false;
        }
        if (!named) {
            return nameColumns();
        }
        if (field > columns.size()) {
            longRows++;
        } else if (field < columns.size()) {
            shortRows++;
        }
        return true;
    }

    private boolean nameColumns() {
        List<String> header = new ArrayList<>();
        for (String text : firstRow) {
            header.add(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip());
        }
        boolean isHeader = header.stream().allMatch(name -> name.isEmpty() || FieldNames.isHeader(name))
                && header.stream().anyMatch(name -> !name.isEmpty());
        Set<String> taken = new HashSet<>();
        taken.add("(extra)");
        for (int i = 0; i < Math.min(header.size(), MAX_COLUMNS); i++) {
            String name = isHeader ? header.get(i).replaceAll("[\\t\\r\\n]+", " ") : "";
            String base = name.isEmpty() ? "column " + (i + 1) : name;
            String unique = base;
            for (int n = 2; !taken.add(unique); n++) {
                unique = base + " (" + n + ")";
            }
            columns.add(blocks.column(unique));
        }
        named = true;
        if (isHeader || !beginsFile) {
            return false;
        }
        field = 0;
        for (int i = 0; i < firstRow.size(); i++) {
            char[] text = firstRow.get(i).toCharArray();
            add(text, 0, text.length, firstQuoted.get(i));
        }
        sink.irregular("the first row looks like data, so columns have numbers for names", 1);
        return true;
    }

    /** Tells the sink of rows that did not fit the header. */
    void finish() {
        if (longRows > 0) {
            sink.irregular("rows with more fields than the header; those fields are under `(extra)`", longRows);
        }
        if (shortRows > 0) {
            sink.irregular("rows with fewer fields than the header; those fields are nulls", shortRows);
        }
    }
}
