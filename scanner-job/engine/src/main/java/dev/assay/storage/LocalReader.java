package dev.assay.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads one file of the local disk; looks after every read whether it is still the file that was listed. */
final class LocalReader implements RangeReader {
    private final StoredFile file;
    private final Path path;
    private final FileChannel channel;
    private boolean looked;

    LocalReader(StoredFile file, Path path, FileChannel channel) {
        this.file = file;
        this.path = path;
        this.channel = channel;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(position, length, file.length());
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        try {
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, position + buffer.position() - offset);
                if (count < 0) {
                    throw changed();
                }
            }
        } catch (IOException e) {
            throw LocalStorage.failure(file.location(), e);
        }
        look();
    }

    /** Every read looks by itself; only a file of which nothing was read is left to be looked at. */
    @Override
    public void checkUnchanged() {
        if (!looked) {
            look();
        }
    }

    private void look() {
        looked = true;
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (!LocalStorage.pin(now).equals(file.pin())) {
                throw changed();
            }
        } catch (IOException e) {
            throw LocalStorage.failure(file.location(), e);
        }
    }

    private StorageException changed() {
        return ChangedFileException.of(file);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw LocalStorage.failure(file.location(), e);
        }
    }
}
