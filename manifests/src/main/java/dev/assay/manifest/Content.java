package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * The exact bytes the record speaks of.
 *
 * @param root Merkle root over path, size and digest of every file that was read
 * @param omsRoot the same dataset named as OpenSSF Model Signing names it
 * @param files listed files
 * @param bytes their sizes added up
 * @param rows rows read
 * @param listingSha256 digest of {@code files.jsonl}
 * @param schema all columns
 */
public record Content(
        String root, String omsRoot, long files, long bytes, long rows, String listingSha256, Schema schema) {
    static final String TREE = "rfc6962-sha256";

    public Content {
        DigestField.require(root, "content.root");
        DigestField.require(omsRoot, "content.omsRoot");
        Require.count(files, "content.files");
        Require.count(bytes, "content.bytes");
        Require.count(rows, "content.rows");
        DigestField.require(listingSha256, "content.listing.sha256");
    }

    /** What a file listing and a schema say together. */
    public static Content of(FileListing listing, long rows, Schema schema) {
        return new Content(
                listing.root(),
                listing.omsRoot(),
                listing.files().size(),
                listing.bytes(),
                rows,
                listing.sha256(),
                schema);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("root", root)
                .put("treeAlgorithm", TREE)
                .put("omsRoot", omsRoot)
                .put("files", files)
                .put("bytes", bytes)
                .put("rows", rows)
                .put("listing", new Attachment(FileListing.NAME, listingSha256).toJson())
                .put("schema", schema.toJson())
                .build();
    }

    static Content fromJson(JsonObject json) {
        return new Content(
                json.string("root"),
                json.string("omsRoot"),
                json.integer("files"),
                json.integer("bytes"),
                json.integer("rows"),
                json.object("listing").string("sha256"),
                Schema.fromJson(json.object("schema")));
    }
}
