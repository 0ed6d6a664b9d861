package dev.assay.storage;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Fetches ranges of objects, each pinned by version and ETag, and checks that what comes is what was asked for. The
 * client repeats requests that fail before the first byte; a body that breaks off is taken up here where it broke.
 */
final class S3Fetcher {
    private static final int MAX_BREAKS = 6;

    private final S3Client client;
    private final S3Failure failure;
    private final Duration pause;

    /** @param pause before the first repetition; doubled for each further one */
    S3Fetcher(S3Client client, S3Failure failure, Duration pause) {
        this.client = client;
        this.failure = failure;
        this.pause = pause;
    }

    /** Fills a stretch of an array; see {@link RangeReader#read}. */
    void fetch(StoredFile file, long position, byte[] target, int offset, int length) {
        S3Object object = S3Object.of(file);
        int got = 0;
        for (int breaks = 0; got < length; breaks++) {
            if (breaks > 0) {
                await(file, pause.multipliedBy(1L << (breaks - 1)));
            }
            Drained drained =
                    drain(open(file, object, position + got, length - got), target, offset + got, length - got);
            got += drained.count();
            if (got < length && breaks == MAX_BREAKS) {
                throw new StorageException(
                        "Cannot read " + file.location() + ", bytes " + position + " to " + (position + length)
                                + ": the connection broke " + (breaks + 1) + " times, the last time at byte "
                                + (position + got) + ". Check the network and the store, and run the scan again.",
                        drained.broken());
            }
        }
    }

    /** Reads a body until all has come or it breaks off; a whole body leaves its connection fit for the next request. */
    private static Drained drain(ResponseInputStream<GetObjectResponse> body, byte[] target, int offset, int length) {
        int got = 0;
        try {
            while (got < length) {
                int count = body.read(target, offset + got, length - got);
                if (count < 0) {
                    throw new EOFException("The body ended " + (length - got) + " bytes too soon.");
                }
                got += count;
            }
            body.close();
            return new Drained(got, null);
        } catch (IOException | SdkException e) {
            body.abort();
            return new Drained(got, e);
        }
    }

    /**
     * What came of a body.
     *
     * @param broken why no more came; null if all did
     */
    private record Drained(int count, @Nullable Exception broken) {}

    private ResponseInputStream<GetObjectResponse> open(StoredFile file, S3Object object, long from, int length) {
        long last = from + length - 1;
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .ifMatch(object.etag())
                .range("bytes=" + from + "-" + last)
                .build();
        ResponseInputStream<GetObjectResponse> stream;
        try {
            stream = client.getObject(request);
        } catch (AbortedException e) {
            throw interrupted(file);
        } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 416) {
                throw ChangedFileException.of(file);
            }
            throw failure.of(file.location().text(), e);
        } catch (SdkException e) {
            throw failure.of(file.location().text(), e);
        }
        String expected = "bytes " + from + "-" + last + "/" + file.length();
        GetObjectResponse response = stream.response();
        boolean whole = from == 0 && length == file.length() && response.contentRange() == null;
        boolean asAsked = response.contentLength() == length && (whole || expected.equals(response.contentRange()));
        if (!object.etag().equals(response.eTag())) {
            stream.abort();
            throw ChangedFileException.of(file);
        }
        if (!asAsked) {
            stream.abort();
            throw new StorageException("Cannot read " + file.location() + ": asked for `" + expected
                    + "`, the store answers with `" + response.contentRange() + "` and " + response.contentLength()
                    + " bytes. It does not keep to the S3 protocol, or the object changed.");
        }
        return stream;
    }

    private static void await(StoredFile file, Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(file);
        }
    }

    static StorageException interrupted(StoredFile file) {
        return new StorageException("The reading of " + file.location() + " was interrupted.");
    }
}
