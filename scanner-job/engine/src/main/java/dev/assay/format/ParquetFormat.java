package dev.assay.format;

import dev.assay.storage.ByteRange;
import dev.assay.storage.HashingReader;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.format.RowGroup;

/** Apache Parquet: a block of rows is a row group; a section is one or more row groups. */
public final class ParquetFormat implements FileFormat {
    private static final String CONTRADICTORY =
            "the schema's logical types contradict its physical ones; values were read by the physical ones";

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public boolean matches(String path, byte[] head) {
        String lower = path.toLowerCase(Locale.ROOT);
        return startsWith(head, "PAR1")
                || startsWith(head, "PARE")
                || lower.endsWith(".parquet")
                || lower.endsWith(".parq");
    }

    private static boolean startsWith(byte[] head, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= head.length || head[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public FileLayout layout(StoredFile file, RangeReader reader, long splitBytes) {
        ParquetFooter footer =
                ParquetFooter.read(file, (position, target) -> reader.read(position, target, 0, target.length));
        List<ColumnSchema> columns = new ArrayList<>();
        footer.columns().forEach(column -> columns.add(column.schema()));
        List<FileSection> sections = new ArrayList<>();
        List<RowGroup> groups = footer.rowGroups();
        boolean divisible = isInOrder(groups, footer.dataEnd());
        long total = 0;
        long start = 0;
        long unpacked = 0;
        long firstRow = 0;
        int first = 0;
        for (int i = 0; i < groups.size(); i++) {
            total += groups.get(i).getNum_rows();
            unpacked += groups.get(i).getTotal_byte_size();
            boolean last = i == groups.size() - 1;
            long next = last ? file.length() : ParquetFooter.start(groups.get(i + 1));
            // What takes time is the unpacked text; hashing the file once more for its digest is little beside it.
            if (!last && divisible && Math.max(unpacked, next - start) >= splitBytes) {
                sections.add(section(file, sections.size(), start, next, first, i + 1, firstRow, total));
                start = next;
                unpacked = 0;
                first = i + 1;
                firstRow = total;
            }
        }
        sections.add(section(file, sections.size(), start, file.length(), first, groups.size(), firstRow, total));
        ByteRange tail = new ByteRange(footer.dataEnd(), file.length());
        return new FileLayout(name(), columns, total, sections, List.of(tail));
    }

    private FileSection section(
            StoredFile file, int ordinal, long start, long end, int first, int afterLast, long firstRow, long rows) {
        return new FileSection(file, name(), ordinal, start, end, first, afterLast - first, firstRow, rows - firstRow);
    }

    /** Whether row groups lie in the file in their own order, so that it can be cut between them. */
    private static boolean isInOrder(List<RowGroup> groups, long dataEnd) {
        long before = 0;
        for (RowGroup group : groups) {
            long start = ParquetFooter.start(group);
            if (start <= before || start >= dataEnd) {
                return false;
            }
            before = start;
        }
        return true;
    }

    @Override
    public void read(FileSection section, HashingReader reader, CellSink sink) {
        StoredFile file = section.file();
        ParquetFooter footer =
                ParquetFooter.read(file, (position, target) -> reader.read(position, target, 0, target.length));
        if (section.firstRowGroup() + section.rowGroups() > footer.rowGroups().size()) {
            throw ParquetFooter.bad(file, "it no longer has the row groups that were planned");
        }
        List<ParquetColumn> columns = footer.columns();
        int[] indices = new int[columns.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = sink.column(columns.get(i).schema());
        }
        if (section.ordinal() == 0) {
            sink.embedded(footer.embedded());
        }
        if (footer.isContradictory()) {
            sink.irregular(CONTRADICTORY, section.rows());
        }
        SectionRun run = new SectionRun(footer, indices, new ParquetPages(reader), reader, sink);
        long firstRow = section.firstRow();
        List<Block> blocks = new ArrayList<>();
        for (int g = section.firstRowGroup(); g < section.firstRowGroup() + section.rowGroups(); g++) {
            RowGroup group = footer.rowGroups().get(g);
            blocks.add(new Block(g, group, firstRow));
            firstRow += group.getNum_rows();
        }
        // A section's bytes come in ascending order, whatever order the footer names them in.
        blocks.sort(Comparator.comparingLong(block -> ParquetFooter.start(block.group())));
        blocks.forEach(run::read);
    }

    /** A row group to be read, as a block of rows. */
    record Block(int index, RowGroup group, long firstRow) {}
}
