package dev.assay.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Looks through every file a workspace keeps, what is compressed in them opened, for texts that must not be there. */
final class LeakCheck {
    private LeakCheck() {}

    /** Which of the texts stand in which files, one sentence each. */
    static List<String> in(Path workspace, List<String> texts) throws IOException {
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> all = Files.walk(workspace)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                // One char a byte, and again as UTF-16, in case a database keeps it so.
                String kept = new String(bytes, StandardCharsets.ISO_8859_1) + inflated(bytes);
                String wide = kept.replace("\0", "");
                for (String text : texts) {
                    if (kept.contains(text) || wide.contains(text)) {
                        leaks.add(workspace.relativize(file) + " holds value " + texts.indexOf(text));
                    }
                }
            }
        }
        return leaks;
    }

    /** What is compressed in a file: a git object is one zlib stream, a database holds gzip streams among other things. */
    private static String inflated(byte[] bytes) {
        StringBuilder all = new StringBuilder();
        // The first byte of a zlib stream with a 32 KiB window.
        if (bytes.length > 0 && bytes[0] == 0x78) {
            all.append(read(new InflaterInputStream(new ByteArrayInputStream(bytes))));
        }
        for (int at = 0; at + 2 < bytes.length; at++) {
            if (bytes[at] == 0x1F && (bytes[at + 1] & 0xFF) == 0x8B && bytes[at + 2] == 8) {
                all.append(gzip(bytes, at));
            }
        }
        return all.toString();
    }

    private static String gzip(byte[] bytes, int at) {
        try {
            return read(new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at)));
        } catch (IOException other) {
            return "";
        }
    }

    /** As far as it can be read: what looks like a stream may be none, or be followed by something else. */
    private static String read(InputStream stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (stream) {
            byte[] buffer = new byte[8192];
            for (int count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException end) {
            return out.toString(StandardCharsets.ISO_8859_1);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
