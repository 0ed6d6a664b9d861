package dev.assay.storage;

/** A file is no longer the one that was listed. */
public final class ChangedFileException extends StorageException {
    private static final long serialVersionUID = 1L;

    private ChangedFileException(String message) {
        super(message);
    }

    static ChangedFileException of(StoredFile file) {
        return new ChangedFileException(file.location()
                + " changed while it was being scanned. Scan it again when nothing writes to it any more.");
    }
}
