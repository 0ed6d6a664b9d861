package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.storage.RangeReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Two digests of one whole file, made in one reading. MD5 is there because DVC knows nothing else; the SHA-256 beside it
 * ties it to the bytes that were scanned.
 *
 * @param path relative path of the file
 */
public record FileMd5(String path, String sha256, String md5) {
    private static final int BLOCK_BYTES = 1 << 20;

    static FileMd5 of(String path, RangeReader file) {
        MessageDigest sha256 = Sha256.start();
        MessageDigest md5 = start();
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, file.length())];
        file.expect(0, file.length());
        for (long at = 0; at < file.length(); at += block.length) {
            int size = (int) Math.min(block.length, file.length() - at);
            file.read(at, block, 0, size);
            sha256.update(block, 0, size);
            md5.update(block, 0, size);
        }
        file.checkUnchanged();
        return new FileMd5(path, Sha256.finish(sha256), Sha256.finish(md5));
    }

    /** MD5 of some bytes, lower-case hexadecimal. */
    static String md5(byte[] bytes) {
        MessageDigest md5 = start();
        md5.update(bytes);
        return Sha256.finish(md5);
    }

    private static MessageDigest start() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has MD5.", missing);
        }
    }

    Json toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("sha256", sha256)
                .put("md5", md5)
                .build();
    }

    static FileMd5 fromJson(JsonObject json) {
        return new FileMd5(json.string("path"), json.string("sha256"), json.string("md5"));
    }
}
