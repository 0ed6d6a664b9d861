package dev.assay.storage;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** The questions about objects and buckets that more than one asks, as the client puts them; its exceptions are the caller's. */
record S3Questions(S3Client client) {
    HeadObjectResponse head(S3Object object) {
        return client.headObject(
                request -> request.bucket(object.bucket()).key(object.key()).versionId(object.version()));
    }

    List<Tag> tags(S3Object object) {
        return client.getObjectTagging(request ->
                        request.bucket(object.bucket()).key(object.key()).versionId(object.version()))
                .tagSet();
    }

    List<Tag> bucketTags(String bucket) {
        return client.getBucketTagging(request -> request.bucket(bucket)).tagSet();
    }
}
