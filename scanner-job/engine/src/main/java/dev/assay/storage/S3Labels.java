package dev.assay.storage;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * What people wrote beside objects: tags of the bucket and of objects, and objects' own metadata, values included. For a card
 * that a person reads before it counts, never for a record. What may not be asked is as if it were not there; {@link
 * S3Inquiry} tells what that is.
 */
final class S3Labels {
    private final S3Questions questions;
    private final S3Failure failure;
    private final TreeMap<String, SortedSet<String>> labels = new TreeMap<>();

    S3Labels(S3Client client, S3Failure failure) {
        questions = new S3Questions(client);
        this.failure = failure;
    }

    /** Values by name, in lower case with hyphens and without what stands before a colon or slash. */
    SortedMap<String, SortedSet<String>> of(List<StoredFile> files) {
        for (StoredFile file : files) {
            S3Object object = S3Object.of(file);
            String where = file.location().text();
            asked(where, () -> questions.head(object).metadata().forEach(this::label));
            asked(where, () -> labels(questions.tags(object)));
        }
        if (!files.isEmpty()) {
            String bucket = S3Object.of(files.get(0)).bucket();
            asked("s3://" + bucket, () -> labels(questions.bucketTags(bucket)));
        }
        return labels;
    }

    private void labels(List<Tag> tags) {
        tags.forEach(tag -> label(tag.key(), tag.value()));
    }

    private void label(String name, String value) {
        String plain = name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        if (!value.isBlank()) {
            labels.computeIfAbsent(plain, unused -> new TreeSet<>()).add(value.strip());
        }
    }

    private void asked(String where, Runnable question) {
        try {
            question.run();
        } catch (S3Exception answer) {
            // A refusal, or the store's word for "there are none", is no trouble; a store that fails is.
            failure.throwIfBroken(where, answer);
        } catch (SdkException trouble) {
            throw failure.of(where, trouble);
        }
    }
}
