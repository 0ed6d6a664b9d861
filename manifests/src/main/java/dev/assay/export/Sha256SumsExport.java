package dev.assay.export;

import dev.assay.manifest.FileEntry;
import java.util.List;

/**
 * The files' digests as {@code sha256sum -c} of GNU coreutils reads them: digest, two spaces, path. A path with a
 * backslash is escaped and its line begins with one. A file that was not wholly read has no digest and is a comment.
 */
final class Sha256SumsExport implements Export {
    @Override
    public String name() {
        return "sha256sums";
    }

    @Override
    public String title() {
        return "digests for sha256sum -c";
    }

    @Override
    public String ending() {
        return "sha256";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        StringBuilder lines = new StringBuilder();
        for (FileEntry file : input.files()) {
            lines.append(line(file)).append('\n');
        }
        return Written.text(lines.toString());
    }

    private static String line(FileEntry file) {
        if (file.sha256() == null) {
            return "# not wholly read, so without a digest: " + file.path();
        }
        boolean escaped = file.path().indexOf('\\') >= 0;
        String path = escaped ? file.path().replace("\\", "\\\\") : file.path();
        return (escaped ? "\\" : "") + file.sha256() + "  " + path;
    }
}
