package dev.assay.storage;

import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.rights.LicenceIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Asks S3 what it knows of a bucket and of objects besides their bytes (Amazon S3 API reference, 2006-03-01). What it does
 * not allow or does not know how to tell is noted as not readable and ends nothing. What is refused about the first object
 * is not asked of the others, so that a role without the right does not leave a refusal in the audit log for each.
 */
final class S3Inquiry {
    /** What {@code HeadObject} tells. */
    private static final Set<StorageFact> BY_HEAD =
            EnumSet.of(StorageFact.VERSIONS, StorageFact.ENCRYPTION, StorageFact.STORAGE_CLASS, StorageFact.METADATA);

    /** What nothing tells but a question to each object. */
    private static final Set<StorageFact> OF_OBJECTS = EnumSet.of(
            StorageFact.VERSIONS,
            StorageFact.ENCRYPTION,
            StorageFact.STORAGE_CLASS,
            StorageFact.METADATA,
            StorageFact.LOCKS,
            StorageFact.TAGS,
            StorageFact.LICENCES);

    private static final String NOT_ASKED = "not asked";
    private static final String NONE = "none";
    private static final String REGION_HEADER = "x-amz-bucket-region";

    private final S3Client client;
    private final S3Questions questions;
    private final S3Failure failure;
    private final ExecutorService threads;
    private final StorageTally tally = new StorageTally();

    /** @param threads objects are asked about on these, several at a time */
    S3Inquiry(S3Client client, S3Failure failure, ExecutorService threads) {
        this.client = client;
        questions = new S3Questions(client);
        this.failure = failure;
        this.threads = threads;
    }

    /**
     * What is told of files of one bucket.
     *
     * @param files pinned, at least one
     * @throws StorageException if the store cannot be reached, fails, or an object is no longer the one that was listed
     */
    StorageFacts ask(List<StoredFile> files) {
        bucket(S3Address.of(files.get(0).location()).bucket());
        boolean locks = !tally.facts().said(StorageFact.OBJECT_LOCK).containsKey("off");
        object(files.get(0), locks, Map.of());
        Map<StorageFact, String> refused = tally.refusals();
        List<Future<Boolean>> coming = new ArrayList<>();
        for (StoredFile file : files.subList(1, files.size())) {
            coming.add(threads.submit(() -> object(file, locks, refused), true));
        }
        Answers.of(coming, "what the storage says of files");
        return tally.facts();
    }

    /** As {@link #ask}, but that no object is asked about: what only that would tell is not readable. */
    StorageFacts askBucket(List<StoredFile> files) {
        bucket(S3Address.of(files.get(0).location()).bucket());
        for (int i = 0; i < files.size(); i++) {
            tally.object();
            OF_OBJECTS.forEach(fact -> tally.unreadable(fact, NOT_ASKED));
        }
        return tally.facts();
    }

    private void bucket(String bucket) {
        region(bucket);
        ask(bucket, StorageFact.VERSIONING, "", List.of(), () -> {
            String status = client.getBucketVersioning(request -> request.bucket(bucket))
                    .statusAsString();
            return List.of(status == null ? "off" : status.toLowerCase(Locale.ROOT));
        });
        ask(
                bucket,
                StorageFact.DEFAULT_ENCRYPTION,
                "ServerSideEncryptionConfigurationNotFoundError",
                List.of(NONE),
                () -> client
                        .getBucketEncryption(request -> request.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .stream()
                        .map(rule -> rule.applyServerSideEncryptionByDefault())
                        .map(rule -> rule == null ? NONE : orNone(rule.sseAlgorithmAsString()))
                        .toList());
        ask(bucket, StorageFact.BUCKET_TAGS, "NoSuchTagSet", List.of(), () -> names(questions.bucketTags(bucket)));
        ask(bucket, StorageFact.OBJECT_LOCK, "ObjectLockConfigurationNotFoundError", List.of("off"), () -> {
            var lock = client.getObjectLockConfiguration(request -> request.bucket(bucket))
                    .objectLockConfiguration();
            boolean on = lock != null && "Enabled".equals(lock.objectLockEnabledAsString());
            return List.of(on ? "enabled" : "off");
        });
    }

    /** The header tells it even to whom the bucket is closed; a store of another maker may not know the header. */
    private void region(String bucket) {
        String told;
        try {
            told = client.headBucket(request -> request.bucket(bucket)).bucketRegion();
        } catch (S3Exception answer) {
            told = answer.awsErrorDetails() == null
                    ? null
                    : answer.awsErrorDetails()
                            .sdkHttpResponse()
                            .firstMatchingHeader(REGION_HEADER)
                            .orElse(null);
        } catch (SdkException e) {
            throw failure.of("s3://" + bucket, e);
        }
        String region = told;
        if (region != null) {
            tally.told(StorageFact.REGION, region);
        } else {
            tally.unreadable(StorageFact.REGION, "the store does not say");
        }
    }

    private void object(StoredFile file, boolean locks, Map<StorageFact, String> refused) {
        S3Object object = S3Object.of(file);
        tally.object();
        HeadObjectResponse head = head(file, object);
        if (head != null) {
            described(head);
            if (head.objectLockMode() == null && locks && !"ON".equals(head.objectLockLegalHoldStatusAsString())) {
                retention(file, object, refused.get(StorageFact.LOCKS));
            } else {
                locked(head);
            }
        } else {
            tally.unreadable(StorageFact.LOCKS, "nothing else is");
        }
        tags(file, object, refused.get(StorageFact.TAGS));
    }

    private @Nullable HeadObjectResponse head(StoredFile file, S3Object object) {
        try {
            HeadObjectResponse head = questions.head(object);
            if (!object.etag().equals(head.eTag())) {
                throw ChangedFileException.of(file);
            }
            return head;
        } catch (S3Exception answer) {
            if (answer.statusCode() == 404) {
                throw ChangedFileException.of(file);
            }
            String refusal = refusal(file.location().text(), answer);
            BY_HEAD.forEach(fact -> tally.unreadable(fact, refusal));
            return null;
        } catch (SdkException e) {
            throw failure.of(file.location().text(), e);
        }
    }

    private void described(HeadObjectResponse head) {
        boolean kept = head.versionId() != null && !head.versionId().equals("null");
        tally.told(StorageFact.VERSIONS, kept ? "kept" : "overwritten");
        String customer = head.sseCustomerAlgorithm();
        tally.told(
                StorageFact.ENCRYPTION,
                customer == null ? orNone(head.serverSideEncryptionAsString()) : "customer-key");
        // S3 leaves the header out for its standard class.
        tally.told(StorageFact.STORAGE_CLASS, head.storageClass() == null ? "STANDARD" : head.storageClassAsString());
        head.metadata().keySet().forEach(name -> tally.told(StorageFact.METADATA, name.toLowerCase(Locale.ROOT)));
        head.metadata().forEach(this::licence);
    }

    private void locked(HeadObjectResponse head) {
        if (head.objectLockMode() != null) {
            locked(head.objectLockModeAsString(), head.objectLockRetainUntilDate());
        } else {
            tally.told(StorageFact.LOCKS, "ON".equals(head.objectLockLegalHoldStatusAsString()) ? "legal-hold" : NONE);
        }
    }

    private void locked(String mode, @Nullable Instant until) {
        tally.told(StorageFact.LOCKS, mode.toLowerCase(Locale.ROOT));
        if (until != null) {
            tally.lockedUntil(LocalDate.ofInstant(until, ZoneOffset.UTC));
        }
    }

    /** {@code HeadObject} hides a lock from whoever may not see it, so that its silence says nothing. */
    private void retention(StoredFile file, S3Object object, @Nullable String refused) {
        if (refused != null) {
            tally.unreadable(StorageFact.LOCKS, refused);
            return;
        }
        try {
            GetObjectRetentionResponse told = client.getObjectRetention(
                    request -> request.bucket(object.bucket()).key(object.key()).versionId(object.version()));
            ObjectLockRetention retention = told.retention();
            if (retention == null || retention.mode() == null) {
                tally.told(StorageFact.LOCKS, NONE);
            } else {
                locked(retention.modeAsString(), retention.retainUntilDate());
            }
        } catch (S3Exception answer) {
            if (Set.of("NoSuchObjectLockConfiguration", "ObjectLockConfigurationNotFoundError")
                    .contains(code(answer))) {
                tally.told(StorageFact.LOCKS, NONE);
            } else {
                tally.unreadable(StorageFact.LOCKS, refusal(file.location().text(), answer));
            }
        } catch (SdkException e) {
            throw failure.of(file.location().text(), e);
        }
    }

    private void tags(StoredFile file, S3Object object, @Nullable String refused) {
        if (refused != null) {
            tally.unreadable(StorageFact.TAGS, refused);
            return;
        }
        try {
            List<Tag> tags = questions.tags(object);
            names(tags).forEach(name -> tally.told(StorageFact.TAGS, name));
            tags.forEach(tag -> licence(tag.key(), tag.value()));
        } catch (S3Exception answer) {
            tally.unreadable(StorageFact.TAGS, refusal(file.location().text(), answer));
        } catch (SdkException e) {
            throw failure.of(file.location().text(), e);
        }
    }

    private void licence(String name, String value) {
        if (LicenceIds.KEYS.contains(name.toLowerCase(Locale.ROOT))) {
            LicenceIds.named(value).ifPresent(licence -> tally.told(StorageFact.LICENCES, licence));
        }
    }

    /**
     * Asks one thing about a bucket.
     *
     * @param absent the store's word for "there is none"; empty if it has none
     * @param none what that says of the fact
     */
    private void ask(
            String bucket, StorageFact fact, String absent, List<String> none, Supplier<List<String>> question) {
        try {
            question.get().forEach(name -> tally.told(fact, name));
        } catch (S3Exception answer) {
            if (!absent.isEmpty() && absent.equals(code(answer))) {
                none.forEach(name -> tally.told(fact, name));
            } else {
                tally.unreadable(fact, refusal("s3://" + bucket, answer));
            }
        } catch (SdkException e) {
            throw failure.of("s3://" + bucket, e);
        }
    }

    /** A store that fails is no store that refuses: its failure ends the inquiry, and the run can be taken up again. */
    private String refusal(String where, S3Exception answer) {
        failure.throwIfBroken(where, answer);
        String code = code(answer);
        return answer.statusCode() + (StorageTally.isName(code) ? " " + code : "");
    }

    private static String code(S3Exception answer) {
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::key).toList();
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : text;
    }
}
