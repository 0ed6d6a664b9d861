package dev.assay.storage;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads one file of a Hadoop file system; ascending reads go through one stream. */
final class HadoopReader implements RangeReader {
    private final StoredFile file;
    private final FileSystem fileSystem;
    private final Path path;
    private final FSDataInputStream stream;

    HadoopReader(StoredFile file, FileSystem fileSystem, Path path, FSDataInputStream stream) {
        this.file = file;
        this.fileSystem = fileSystem;
        this.path = path;
        this.stream = stream;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, length, file.length());
        try {
            stream.seek(position);
            stream.readFully(target, offset, length);
        } catch (EOFException e) {
            throw ChangedFileException.of(file);
        } catch (IOException e) {
            throw HadoopStorage.failure(file.location(), e);
        }
    }

    /** Costs a request, so only whoever has read all asks. */
    @Override
    public void checkUnchanged() {
        try {
            if (!HadoopStorage.pin(fileSystem.getFileStatus(path)).equals(file.pin())) {
                throw ChangedFileException.of(file);
            }
        } catch (IOException e) {
            throw HadoopStorage.failure(file.location(), e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw HadoopStorage.failure(file.location(), e);
        }
    }
}
