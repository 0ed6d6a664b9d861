package dev.assay.sidecar;

import dev.assay.card.Declaration;
import dev.assay.sidecar.FileList.Kind;
import dev.assay.sidecar.FileList.ListedDirectory;
import dev.assay.sidecar.ListedFile.Algorithm;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lists of files. Which kind one is follows from its name and its first characters. Formats: GNU coreutils
 * <i>sha2 utilities</i>; dvc.org, <i>.dvc files</i> and <i>Internal directories and files</i>; git-lfs {@code
 * docs/spec.md}; Croissant 1.1; the {@code DatasetInfo} of Hugging Face's datasets library.
 */
final class FileListReader {
    private static final String POINTER = "version https://git-lfs.github.com/spec/";
    /** What DVC writes behind the digest of a list of a directory's files. */
    private static final String DIRECTORY = ".dir";

    private static final String HUB = "hf://datasets/";

    private final List<ListedFile> files = new ArrayList<>();
    private final List<ListedDirectory> directories = new ArrayList<>();
    private long undigested;

    private FileListReader() {}

    static FileList read(String name, byte[] bytes) {
        String text = text(bytes);
        FileListReader reader = new FileListReader();
        Kind kind = kind(name, text);
        switch (kind) {
            case CHECKSUMS -> reader.checksums(text);
            case DVC -> reader.dvc(Declaration.parse(text));
            case DVC_DIRECTORY -> reader.dvcDirectory(Declaration.parse(text));
            case GIT_LFS -> reader.pointer(name, text);
            case CROISSANT -> reader.croissant(Declaration.parse(text));
            case DATASET_INFOS -> reader.datasetInfos(Declaration.parse(text));
        }
        if (reader.files.isEmpty() && reader.undigested == 0 && reader.directories.isEmpty()) {
            throw new IllegalArgumentException("it names no file");
        }
        return new FileList(kind, reader.files, reader.undigested, reader.directories);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noText) {
            throw new IllegalArgumentException("it is no UTF-8 text", noText);
        }
    }

    private static Kind kind(String name, String text) {
        if (text.startsWith(POINTER)) {
            return Kind.GIT_LFS;
        }
        if (name.endsWith(".dvc")) {
            return Kind.DVC;
        }
        if (name.endsWith(".dir")) {
            return Kind.DVC_DIRECTORY;
        }
        if (text.stripLeading().startsWith("{")) {
            return name.contains("dataset_infos") ? Kind.DATASET_INFOS : Kind.CROISSANT;
        }
        return Kind.CHECKSUMS;
    }

    // --- sha256sum

    private void checksums(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!bare.isBlank() && !bare.startsWith("#")) {
                checksum(bare, number);
            }
        }
    }

    /** {@code DIGEST  name}, {@code DIGEST *name}, or with BSD's tag {@code SHA256 (name) = DIGEST}. */
    private void checksum(String line, int number) {
        boolean escaped = line.startsWith("\\");
        String bare = escaped ? line.substring(1) : line;
        String name;
        String digest;
        int equals = bare.lastIndexOf(") = ");
        int open = bare.indexOf(" (");
        int blank = bare.indexOf(' ');
        if (open > 0 && open == blank && equals > open) {
            name = bare.substring(open + 2, equals);
            digest = bare.substring(equals + 4);
        } else if (blank > 0 && blank + 2 <= bare.length() - 1) {
            digest = bare.substring(0, blank);
            name = bare.substring(blank + 2);
        } else {
            throw new IllegalArgumentException("line " + number + " is no digest with a file name after it");
        }
        if (!add(escaped ? unescaped(name) : name, digest, -1)) {
            throw new IllegalArgumentException(
                    "line " + number + " has neither a SHA-256 nor an MD5 before its file name; give one of those");
        }
    }

    private static String unescaped(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                i++;
                char escape = name.charAt(i);
                plain.append(escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    // --- DVC

    private void dvc(Declaration dvc) {
        for (Declaration out : dvc.get("outs").each()) {
            String path = out.get("path").text().orElse("");
            String md5 = out.get("md5").text().orElse("");
            List<Declaration> inside = out.get("files").each();
            if (!inside.isEmpty()) {
                inside.forEach(file -> versioned(path, file));
            } else if (md5.endsWith(DIRECTORY)) {
                directory(path, md5.substring(0, md5.length() - DIRECTORY.length()));
            } else {
                addOrCount(path, md5, out);
            }
        }
    }

    /** A file of a directory whose remote keeps versions (dvc.org, <i>cloud versioning</i>): the list stands in the .dvc file itself. */
    private void versioned(String directory, Declaration file) {
        String path = file.get("relpath")
                .text()
                .map(relative -> directory + "/" + relative)
                .orElse("");
        addOrCount(path, file.get("md5").text().orElse(""), file);
    }

    private void directory(String path, String md5) {
        if (path.isEmpty() || !isDigest(md5, Algorithm.MD5)) {
            throw new IllegalArgumentException(
                    "it names the directory `" + path + "` by `" + md5 + DIRECTORY + "`, which is no MD5 of a list");
        }
        directories.add(new ListedDirectory(path, md5.toLowerCase(Locale.ROOT)));
    }

    private void dvcDirectory(Declaration list) {
        for (Declaration file : list.each()) {
            addOrCount(
                    file.get("relpath").text().orElse(""),
                    file.get("md5").text().orElse(""),
                    file);
        }
    }

    // --- Git LFS

    private void pointer(String name, String text) {
        String digest = "";
        long bytes = -1;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("oid sha256:")) {
                digest = line.substring("oid sha256:".length());
            } else if (line.startsWith("size ")) {
                bytes = size(line.substring("size ".length())).orElse(-1L);
            }
        }
        if (!add(name, digest, bytes)) {
            throw new IllegalArgumentException("it is a Git LFS pointer without `oid sha256:`");
        }
    }

    // --- Croissant

    private void croissant(Declaration croissant) {
        for (Declaration file : croissant
                .first("distribution", "sc:distribution", "schema:distribution")
                .each()) {
            boolean single = file.get("@type").texts().stream().anyMatch(type -> type.endsWith("FileObject"));
            boolean contained = !file.get("containedIn").each().isEmpty();
            if (!single || contained) {
                // A set of files, or a file inside an archive, has no digest of its own among the dataset's files.
                undigested += single ? 1 : 0;
                continue;
            }
            String address = file.first("contentUrl", "sc:contentUrl", "schema:contentUrl")
                    .text()
                    .or(() -> file.first("name", "sc:name", "@id").text())
                    .orElse("");
            String sha256 =
                    file.first("sha256", "sc:sha256", "schema:sha256").text().orElse("");
            String md5 = file.first("md5", "sc:md5", "schema:md5").text().orElse("");
            if (address.isEmpty() || !(add(hub(address), sha256, -1) || add(hub(address), md5, -1))) {
                undigested++;
            }
        }
    }

    // --- dataset_infos.json

    private void datasetInfos(Declaration infos) {
        for (Declaration config : infos.members()) {
            if (config.get("download_checksums").value() instanceof Map<?, ?> downloads) {
                for (Map.Entry<?, ?> download : downloads.entrySet()) {
                    Declaration facts = new Declaration(download.getValue());
                    String digest = facts.get("checksum").text().orElse("");
                    if (!add(hub(String.valueOf(download.getKey())), digest, size(facts, "num_bytes"))) {
                        undigested++;
                    }
                }
            }
        }
    }

    /** The path inside its repository, of a file on Hugging Face's hub; else the address as it is. */
    private static String hub(String address) {
        if (!address.startsWith(HUB)) {
            return address;
        }
        int owner = address.indexOf('/', HUB.length());
        int path = owner < 0 ? -1 : address.indexOf('/', owner + 1);
        return path < 0 ? address : address.substring(path + 1);
    }

    // --- all

    private void addOrCount(String path, String digest, Declaration facts) {
        if (path.isEmpty() || !add(path, digest, size(facts, "size"))) {
            undigested++;
        }
    }

    private boolean add(String path, String digest, long bytes) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (isDigest(digest, algorithm)) {
                files.add(new ListedFile(path, algorithm, digest.toLowerCase(Locale.ROOT), bytes));
                return true;
            }
        }
        return false;
    }

    private static boolean isDigest(String text, Algorithm algorithm) {
        return text.length() == algorithm.digits()
                && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 128);
    }

    private static long size(Declaration facts, String key) {
        return facts.get(key).text().flatMap(FileListReader::size).orElse(-1L);
    }

    private static Optional<Long> size(String text) {
        try {
            long size = Long.parseLong(text.strip());
            return size < 0 ? Optional.empty() : Optional.of(size);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
