package dev.assay.gate;

import dev.assay.config.BytesVerification;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.statement.Pins;
import dev.assay.statement.ScanPredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the files that lie there now with the ones the manifest speaks of, and names each that differs. */
final class BytesCheck {
    static final String NAME = "bytes";
    private static final int MAX_NAMED = 20;

    private final BytesMode mode;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> unversioned = new ArrayList<>();
    private final Map<String, String> pins = new TreeMap<>();
    private long files;
    private long bytes;

    BytesCheck(BytesMode mode) {
        this.mode = mode;
    }

    /**
     * Compares them, once; not at all if the policy does not take what this way shows.
     *
     * @param allowed the ways the policy takes
     * @param listing all files of the manifest
     * @param scans the believable scans of the manifest
     */
    GateCheck run(
            List<BytesVerification> allowed, FileListing listing, FileDigests storage, List<ScanPredicate> scans) {
        if (!allowed.contains(mode.way())) {
            String ways = allowed.stream().map(BytesVerification::label).collect(Collectors.joining(", "));
            return GateCheck.failed(
                    NAME,
                    ExitCode.POLICY,
                    "The policy does not take `--bytes " + mode.way().label() + "`, only " + ways + " (its `bytes`).");
        }
        FileListing expected = expected(listing);
        Map<String, FileState> left = new TreeMap<>(storage.now(expected, mode));
        expected.files().forEach(file -> compare(file, left.remove(file.path())));
        Set<String> known = expected.byPath().keySet();
        List<String> strangers = isSubset() ? mode.paths() : List.copyOf(left.keySet());
        strangers.stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> wrong.add(path + " is not in the manifest"));
        return result(scans);
    }

    /** Files whose bytes were read and agreed. */
    long files() {
        return files;
    }

    /** Their bytes. */
    long bytes() {
        return bytes;
    }

    private FileListing expected(FileListing all) {
        return isSubset()
                ? new FileListing(all.files().stream()
                        .filter(file -> mode.paths().contains(file.path()))
                        .toList())
                : all;
    }

    private void compare(FileEntry file, @Nullable FileState state) {
        if (state == null) {
            wrong.add(file.path() + " is missing");
        } else if (file.sha256() == null) {
            wrong.add(file.path() + " was never read by a scan (" + file.reason() + ")");
        } else if (state instanceof FileState.Unreadable closed) {
            unreadable.add(file.path() + " cannot be read: " + closed.reason());
        } else if (trusts() && state instanceof FileState.Versioned versioned) {
            pins.put(file.path(), versioned.pin());
        } else if (trusts() && state instanceof FileState.Unversioned) {
            unversioned.add(file.path());
        } else if (agrees(file, state)) {
            files++;
            bytes += file.bytes();
        } else {
            wrong.add(file.path() + " has changed");
        }
    }

    private boolean trusts() {
        return mode.way() == BytesVerification.TRUST_STORAGE;
    }

    private boolean isSubset() {
        return mode.way() == BytesVerification.SUBSET;
    }

    private static boolean agrees(FileEntry file, FileState state) {
        if (state instanceof FileState.Read read) {
            return read.sha256().equals(file.sha256()) && read.bytes() == file.bytes();
        }
        return state instanceof FileState.ReadInChunks chunks
                && !file.chunks().isEmpty()
                && chunks.sha256s().equals(file.chunks())
                && chunks.bytes() == file.bytes();
    }

    private GateCheck result(List<ScanPredicate> scans) {
        if (!wrong.isEmpty()) {
            List<String> all = new ArrayList<>(wrong);
            all.addAll(unreadable);
            return GateCheck.failed(
                    NAME, ExitCode.INTEGRITY, named(all) + ". Scan again, or restore what was scanned.");
        }
        if (!unreadable.isEmpty()) {
            return GateCheck.failed(NAME, ExitCode.INCOMPLETE, named(unreadable) + ".");
        }
        return trusts() ? trusting(scans) : GateCheck.passed(NAME, read());
    }

    private String read() {
        String all = Gate.counted(files, "file") + ", " + Gate.counted(bytes, "byte") + ", every one as it was scanned";
        if (isSubset()) {
            return all + "; only the files the run names were looked at.";
        }
        return mode.way() == BytesVerification.CHUNKS
                ? all + ", by the digests of chunks where files have them."
                : all + ".";
    }

    private GateCheck trusting(List<ScanPredicate> scans) {
        if (!unversioned.isEmpty()) {
            return GateCheck.failed(
                    NAME,
                    ExitCode.CONFIGURATION,
                    "The storage keeps no versions of " + named(unversioned)
                            + ", so there is nothing to trust. Verify with `--bytes full`.");
        }
        String now = new Pins(pins).sha256();
        if (scans.stream().noneMatch(scan -> scan.pinsSha256().equals(now))) {
            return GateCheck.failed(
                    NAME,
                    ExitCode.INTEGRITY,
                    "The storage's versions of the files are not those a scan read. `--bytes full` tells which files"
                            + " have changed, if any have; a new scan records the versions of now.");
        }
        return GateCheck.passed(
                NAME,
                Gate.counted(pins.size(), "file") + ", each in the version that was scanned, on the storage's word;"
                        + " no byte was read.");
    }

    private static String named(List<String> all) {
        String named = all.stream().limit(MAX_NAMED).collect(Collectors.joining("; "));
        return all.size() > MAX_NAMED ? named + "; and " + (all.size() - MAX_NAMED) + " more" : named;
    }
}
