package dev.assay.format;

import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Every file format Assay reads. A new one is one more line in the list. */
public final class Formats {
    /** In this order a file is offered to them; the first that takes it has it. */
    private static final List<FileFormat> ALL = List.of(
            new ParquetFormat(), new JsonLinesFormat(), new JsonArrayFormat(), new CsvFormat(), new PlainTextFormat());

    private Formats() {}

    /** Every format, in the order they are tried. */
    public static List<FileFormat> all() {
        return ALL;
    }

    /**
     * The format of a given name.
     *
     * @throws DataException if there is none
     */
    public static FileFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException("There is no format `" + name + "`; there are "
                        + ALL.stream().map(FileFormat::name).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Finds a file's format by its first bytes, then its name. An empty file has no rows in any text format.
     *
     * @throws DataException if it is of none that Assay reads
     */
    public static FileFormat detect(StoredFile file, RangeReader reader) {
        byte[] head;
        try {
            head = TextInput.head(reader::read, reader.length());
        } catch (IOException e) {
            throw new DataException("Cannot read " + file.path() + ": " + Reason.of(e) + ".", e);
        }
        for (FileFormat format : ALL) {
            if (format.matches(file.path(), head)) {
                return format;
            }
        }
        throw new DataException("Cannot read " + file.path()
                + ": its first bytes are no Parquet, JSON, CSV or text. Name its format in the card (`format`) or exclude"
                + " it under `sources`.");
    }
}
