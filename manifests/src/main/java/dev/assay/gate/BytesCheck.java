package dev.assay.gate;

import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the files that lie there now with the ones the manifest speaks of, and names each that differs. */
final class BytesCheck {
    static final String NAME = "bytes";
    private static final int MAX_NAMED = 20;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long bytes;

    private BytesCheck() {}

    /**
     * Compares them.
     *
     * @param subset the only files a run reads; others may lie there unlooked at. Empty for all
     */
    static GateCheck run(FileListing expected, Map<String, FileState> now, List<String> subset) {
        BytesCheck check = new BytesCheck();
        Map<String, FileState> left = new TreeMap<>(now);
        List<String> known = new ArrayList<>();
        for (FileEntry file : expected.files()) {
            known.add(file.path());
            check.compare(file, left.remove(file.path()));
        }
        List<String> strangers = subset.isEmpty() ? List.copyOf(left.keySet()) : new ArrayList<>(subset);
        strangers.stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> check.wrong.add(path + " is not in the manifest"));
        return check.result(expected, subset);
    }

    private void compare(FileEntry file, @Nullable FileState state) {
        String sha256 = file.sha256();
        if (state == null) {
            wrong.add(file.path() + " is missing");
        } else if (sha256 == null) {
            wrong.add(file.path() + " was never read by a scan (" + file.reason() + ")");
        } else if (state instanceof FileState.Unreadable closed) {
            unreadable.add(file.path() + " cannot be read: " + closed.reason());
        } else if (state instanceof FileState.Read read) {
            if (!read.sha256().equals(sha256) || read.bytes() != file.bytes()) {
                wrong.add(file.path() + " has changed");
            }
            bytes += read.bytes();
        }
    }

    private GateCheck result(FileListing expected, List<String> subset) {
        if (!wrong.isEmpty()) {
            List<String> all = new ArrayList<>(wrong);
            all.addAll(unreadable);
            return GateCheck.failed(
                    NAME, ExitCode.INTEGRITY, named(all) + ". Scan again, or restore what was scanned.");
        }
        if (!unreadable.isEmpty()) {
            return GateCheck.failed(NAME, ExitCode.INCOMPLETE, named(unreadable) + ".");
        }
        return GateCheck.passed(
                NAME,
                Gate.counted(expected.files().size(), "file") + ", " + Gate.counted(bytes, "byte")
                        + ", every one as it was scanned"
                        + (subset.isEmpty() ? "." : "; only the files the run names were looked at."));
    }

    private static String named(List<String> all) {
        String named = String.join("; ", all.subList(0, Math.min(MAX_NAMED, all.size())));
        return all.size() > MAX_NAMED ? named + "; and " + (all.size() - MAX_NAMED) + " more" : named;
    }
}
