package dev.assay.storage;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in one sentence what a store or its client complained about, and in another what to do. */
final class S3Failure {
    private static final int NOT_IMPLEMENTED = 501;

    private final String endpoint;

    S3Failure(S3Settings settings) {
        this.endpoint =
                settings.endpoint() == null ? "AWS" : settings.endpoint().toString();
    }

    /** @param where the bucket, prefix or object */
    StorageException of(String where, SdkException failure) {
        if (failure instanceof S3Exception answer) {
            return new StorageException("Cannot read " + where + " at " + endpoint + ": " + answer(answer), failure);
        }
        return new StorageException("Cannot read " + where + " at " + endpoint + ": " + client(failure), failure);
    }

    /**
     * Lets answers pass that refuse, know of nothing or cannot do what was asked.
     *
     * @throws StorageException if the store itself failed
     */
    void throwIfBroken(String where, S3Exception answer) {
        if (answer.statusCode() >= 500 && answer.statusCode() != NOT_IMPLEMENTED) {
            throw of(where, answer);
        }
    }

    private static String answer(S3Exception answer) {
        String code =
                answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                        ? ""
                        : answer.awsErrorDetails().errorCode();
        String said = "status " + answer.statusCode() + (code.isEmpty() ? "" : " " + code);
        return switch (code) {
            case "NoSuchBucket" -> said + ". There is no such bucket; check its name and `storage.s3.endpoint`.";
            case "SignatureDoesNotMatch" ->
                said
                        + ". The secret key does not belong to the access key; check AWS_SECRET_ACCESS_KEY or the profile.";
            case "InvalidAccessKeyId" ->
                said + ". The store does not know the access key; check AWS_ACCESS_KEY_ID or the profile.";
            case "ExpiredToken", "TokenRefreshRequired" -> said + ". The session has expired; log in again.";
            case "RequestTimeTooSkewed" -> said + ". The clock of this machine is wrong; set it.";
            case "InvalidObjectState" -> said + ". The object is archived; restore it first, or exclude it.";
            case "SlowDown", "ServiceUnavailable" ->
                said + ". The store is overloaded and stayed so; try again later or lower `storage.s3.connections`.";
            default -> said + ". " + advice(answer.statusCode());
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 301, 307, 400 -> "The bucket may lie in another region; check `storage.s3.region` or AWS_REGION.";
            case 401, 403 ->
                "The credentials found do not allow it; they need s3:ListBucket on the bucket and s3:GetObject"
                        + " on its objects, and come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE or"
                        + " `storage.s3.profile`, or the role of the machine.";
            case 404 -> "There is no such object; check the location, or scan again if it was just removed.";
            default ->
                status >= 500
                        ? "The store failed and stayed so; try again later."
                        : "Check `storage.s3.endpoint` and `storage.s3.path-style`.";
        };
    }

    private static String client(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("unable to load credentials")) {
            return "no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE or"
                    + " `storage.s3.profile`, or run where a role gives them.";
        }
        if (message.toLowerCase(Locale.ROOT).contains("unable to load region")) {
            return "no region is set. Set `storage.s3.region` or AWS_REGION.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "the host " + cause.getMessage()
                        + " is not known. Check `storage.s3.endpoint` and `storage.s3.path-style`, `storage.s3.region`"
                        + " or AWS_REGION, and the network.";
            }
            if (cause instanceof ConnectException) {
                return "nothing answers there. Check `storage.s3.endpoint` and the network.";
            }
            if (cause instanceof SSLException) {
                return "no secure connection could be made (" + cause.getMessage()
                        + "). Check `storage.s3.endpoint` and the certificates the JVM trusts.";
            }
        }
        return message + ". Check `storage.s3.endpoint`, the profile files and the network.";
    }
}
