package dev.assay.sidecar;

import java.util.List;

/**
 * A list of files that somebody made.
 *
 * @param kind what wrote it
 * @param files in the order of the list
 * @param undigested how many files it names without a digest that can be compared
 * @param directories directories whose files stand in lists of their own
 */
public record FileList(Kind kind, List<ListedFile> files, long undigested, List<ListedDirectory> directories) {
    /**
     * A directory whose files stand in another list.
     *
     * @param path seen from where the list's paths start
     * @param md5 of that other list, lower-case hexadecimal
     */
    public record ListedDirectory(String path, String md5) {}

    /** What writes lists of files. */
    public enum Kind {
        /** {@code sha256sum}, {@code md5sum} and their like. */
        CHECKSUMS("checksums"),
        /** A {@code .dvc} file of Data Version Control. */
        DVC("dvc"),
        /** The {@code .dir} list of a directory in DVC's cache. */
        DVC_DIRECTORY("dvc-directory"),
        /** The pointer Git LFS keeps in the place of a file. */
        GIT_LFS("git-lfs"),
        /** The {@code distribution} of a Croissant file. */
        CROISSANT("croissant"),
        /** Hugging Face's {@code dataset_infos.json}. */
        DATASET_INFOS("dataset-infos");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in records. */
        public String label() {
            return label;
        }
    }

    public FileList {
        files = List.copyOf(files);
        directories = List.copyOf(directories);
    }

    /**
     * Reads a list of whatever kind.
     *
     * @param name its file name
     * @throws IllegalArgumentException saying why it is none
     */
    public static FileList read(String name, byte[] bytes) {
        return FileListReader.read(name, bytes);
    }
}
