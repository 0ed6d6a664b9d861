package dev.assay.storage;

import dev.assay.manifest.StorageFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects of S3 and of stores that speak its protocol. A location is an object, or a prefix: {@code s3://bucket/a} stands
 * for the object {@code a} or for everything below {@code a/}. A pin is version id and ETag, and every read names both.
 */
final class S3Storage implements Storage {
    private static final Logger LOG = LoggerFactory.getLogger(S3Storage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final S3Settings settings;
    private final S3Failure failure;
    private final S3Client client;
    private final S3Fetcher fetcher;
    private final ExecutorService threads;

    /** @throws StorageException if no region is known */
    S3Storage(S3Settings settings) {
        this.settings = settings;
        this.failure = new S3Failure(settings);
        try {
            this.client = S3Clients.create(settings);
        } catch (SdkException e) {
            throw failure.of("s3://", e);
        }
        this.fetcher = new S3Fetcher(client, failure, FIRST_PAUSE);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(settings.connections(), task -> {
            Thread thread = new Thread(task, "s3-read-ahead-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Listing list(Location location, FileFilter filter) {
        S3Address address = S3Address.of(location);
        String key = address.key();
        List<StoredFile> found;
        if (key.isEmpty() || key.endsWith("/")) {
            found = below(address, key);
        } else {
            Optional<StoredFile> object = single(address);
            found = object.isPresent() ? List.of(object.get()) : below(address, key + "/");
            if (object.isPresent() && somethingBelow(address)) {
                throw new StorageException("There is an object " + location + " and there are objects below " + location
                        + "/. Write the slash to mean those.");
            }
        }
        Listing listing = Listing.of(location, filter, found);
        return new Listing(withVersions(listing.files()), listing.leftOut());
    }

    @Override
    public RangeReader open(StoredFile file) {
        return new S3Reader(file, fetcher, threads, settings);
    }

    @Override
    public boolean keepsVersion(StoredFile file) {
        return S3Object.of(file).hasLastingVersion();
    }

    @Override
    public StorageFacts facts(List<StoredFile> files) {
        if (files.isEmpty()) {
            return StorageFacts.NONE;
        }
        S3Inquiry inquiry = new S3Inquiry(client, failure, threads);
        return switch (settings.scope()) {
            case NOTHING -> StorageFacts.NONE;
            case BUCKET -> inquiry.askBucket(files);
            case OBJECTS -> inquiry.ask(files);
        };
    }

    @Override
    public SortedMap<String, SortedSet<String>> labels(List<StoredFile> files) {
        return new S3Labels(client, failure).of(files);
    }

    private Optional<StoredFile> single(S3Address address) {
        try {
            HeadObjectResponse head = client.headObject(
                    request -> request.bucket(address.bucket()).key(address.key()));
            String name = address.key().substring(address.key().lastIndexOf('/') + 1);
            return Optional.of(new StoredFile(
                    name,
                    address.location(),
                    head.contentLength(),
                    S3Object.pin(address.location(), head.versionId(), head.eTag())));
        } catch (S3Exception e) {
            // 403: without the right to list, the store hides whether the key exists; listing will tell.
            if (e.statusCode() == 404 || e.statusCode() == 403) {
                return Optional.empty();
            }
            throw failure.of(address.toString(), e);
        } catch (SdkException e) {
            throw failure.of(address.toString(), e);
        }
    }

    private boolean somethingBelow(S3Address address) {
        try {
            return !client.listObjectsV2(request -> request.bucket(address.bucket())
                            .prefix(address.key() + "/")
                            .maxKeys(1))
                    .contents()
                    .isEmpty();
        } catch (S3Exception e) {
            if (e.statusCode() == 403) {
                return false; // a reader of one object need not have the right to list
            }
            throw failure.of(address.toString(), e);
        } catch (SdkException e) {
            throw failure.of(address.toString(), e);
        }
    }

    private List<StoredFile> below(S3Address address, String prefix) {
        List<StoredFile> found = new ArrayList<>();
        int markers = 0;
        String continuation = null;
        do {
            ListObjectsV2Response page = page(address.bucket(), prefix, continuation);
            for (var object : page.contents()) {
                if (object.key().endsWith("/") && object.size() == 0) {
                    markers++;
                } else {
                    Location location = new S3Address(address.bucket(), object.key()).location();
                    found.add(new StoredFile(
                            object.key().substring(prefix.length()),
                            location,
                            object.size(),
                            S3Object.pin(location, null, object.eTag())));
                }
            }
            continuation = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (continuation != null);
        if (markers > 0) {
            LOG.info(
                    "Below {} there are {} empty objects that stand for directories; they hold no data.",
                    address,
                    markers);
        }
        return found;
    }

    private ListObjectsV2Response page(String bucket, String prefix, @Nullable String continuation) {
        try {
            return client.listObjectsV2(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .encodingType(EncodingType.URL)
                    .continuationToken(continuation)
                    .build());
        } catch (SdkException e) {
            throw failure.of("s3://" + bucket + "/" + prefix, e);
        }
    }

    /** Listings tell no version ids. If the first object has none, the bucket has none. */
    private List<StoredFile> withVersions(List<StoredFile> files) {
        StoredFile first = withVersion(files.get(0));
        if (S3Object.of(first).version() == null) {
            return files;
        }
        List<Future<StoredFile>> coming = new ArrayList<>();
        for (StoredFile file : files.subList(1, files.size())) {
            coming.add(threads.submit(() -> withVersion(file)));
        }
        List<StoredFile> pinned = new ArrayList<>(List.of(first));
        pinned.addAll(Answers.of(coming, "the versions of files"));
        return pinned;
    }

    private StoredFile withVersion(StoredFile file) {
        S3Object object = S3Object.of(file);
        HeadObjectResponse head;
        try {
            head = client.headObject(request -> request.bucket(object.bucket()).key(object.key()));
        } catch (SdkException e) {
            throw failure.of(file.location().text(), e);
        }
        if (!object.etag().equals(head.eTag())) {
            throw ChangedFileException.of(file);
        }
        return new StoredFile(
                file.path(),
                file.location(),
                head.contentLength(),
                S3Object.pin(file.location(), head.versionId(), head.eTag()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A request to the store did not end within 10 seconds of closing it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
