package dev.assay.gate;

import dev.assay.manifest.FileListing;
import java.util.Map;

/** The dataset as it lies there now. */
@FunctionalInterface
public interface FileDigests {
    /**
     * Lists the dataset and reads as much of it as the mode asks for.
     *
     * @param expected what the manifest says is there; a file that is not in it need not be read
     * @return every file that is there now, by path
     */
    Map<String, FileState> now(FileListing expected, BytesMode mode);
}
