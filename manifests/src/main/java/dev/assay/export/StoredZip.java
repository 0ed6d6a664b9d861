package dev.assay.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes follow from its entries: not compressed, since compressors differ, and all of one time. */
final class StoredZip {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StoredZip() {}

    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Writing a zip to memory failed.", broken);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry header = new ZipEntry(name);
        header.setTimeLocal(TIME);
        header.setSize(content.length);
        header.setCompressedSize(content.length);
        header.setCrc(crc.getValue());
        return header;
    }
}
