package dev.assay.statement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** Keys as PEM files: the private half readable by its owner only, the public half beside it. */
public final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

    private KeyFiles() {}

    /** Where the public half of a private key file lies: {@code scanner.pem} → {@code scanner.pub.pem}. */
    public static Path publicFile(Path privateFile) {
        String name = String.valueOf(privateFile.getFileName());
        String stem = name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name;
        return privateFile.resolveSibling(stem + ".pub.pem");
    }

    /** Writes both halves, the private one in clear with mode 0600. An existing file is never replaced. */
    public static void write(SigningKey key, Path privateFile) {
        write(privateFile, Pem.write(Pem.PRIVATE, key.pkcs8()), key.key());
    }

    /** As {@link #write(SigningKey, Path)}, the private half encrypted. */
    public static void writeEncrypted(SigningKey key, Path privateFile, char[] passphrase) {
        if (passphrase.length == 0) {
            throw new KeyException("The passphrase is empty; give one, or write the key without.");
        }
        byte[] encrypted = KeyEncryption.encrypt(key.pkcs8(), passphrase);
        write(privateFile, Pem.write(Pem.ENCRYPTED, encrypted), key.key());
    }

    private static void write(Path privateFile, String privatePem, VerifyingKey key) {
        create(privateFile, privatePem, OWNER_ONLY);
        create(publicFile(privateFile), key.toPem(), PUBLIC);
    }

    /**
     * Reads a private key and its public half, from the same file or the one beside it.
     *
     * @param passphrase asked only if the key is encrypted
     * @throws KeyException if one is missing, damaged, open to others, or they do not belong together
     */
    public static SigningKey read(Path privateFile, Supplier<char[]> passphrase) {
        String pem = text(privateFile);
        requireOwnerOnly(privateFile);
        try {
            byte[] pkcs8 = Pem.find(Pem.PRIVATE, pem).orElseGet(() -> decrypted(pem, passphrase));
            boolean together = Pem.labels(pem).contains(Pem.PUBLIC);
            String publicPem = together ? pem : text(publicFile(privateFile));
            return SigningKey.of(pkcs8, VerifyingKey.fromPem(publicPem));
        } catch (KeyException trouble) {
            throw new KeyException("Cannot use the key " + privateFile + ": " + trouble.getMessage(), trouble);
        }
    }

    /** Reads a public key. */
    public static VerifyingKey readPublic(Path file) {
        String pem = text(file);
        try {
            return VerifyingKey.fromPem(pem);
        } catch (KeyException trouble) {
            throw new KeyException("Cannot use the public key " + file + ": " + trouble.getMessage(), trouble);
        }
    }

    /** Writes a public key alone: its private half lies elsewhere. An existing file is never replaced. */
    public static void writePublic(VerifyingKey key, Path file) {
        create(file, key.toPem(), PUBLIC);
    }

    /** Writes a secret that is no signing key, with mode 0600. An existing file is never replaced. */
    public static void writeSecret(String text, Path file) {
        create(file, text, OWNER_ONLY);
    }

    /**
     * Reads a secret that is no signing key.
     *
     * @throws KeyException if it is missing or open to others
     */
    public static String readSecret(Path file) {
        String secret = text(file);
        requireOwnerOnly(file);
        return secret;
    }

    private static byte[] decrypted(String pem, Supplier<char[]> passphrase) {
        byte[] encrypted = Pem.find(Pem.ENCRYPTED, pem)
                .orElseThrow(() -> new KeyException(
                        "it holds no PKCS#8 private key in PEM; convert it with" + " `openssl pkcs8 -topk8`."));
        return KeyEncryption.decrypt(encrypted, passphrase.get());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new KeyException(
                    "There is no key file " + file + ". Make a key with `assay keys`; the public half of"
                            + " an existing one with `openssl pkey -pubout`.",
                    missing);
        } catch (IOException trouble) {
            throw new KeyException("Cannot read the key file " + file + "; check its permissions.", trouble);
        }
    }

    private static void requireOwnerOnly(Path file) {
        try {
            if (!posix(file)) {
                return;
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (mode.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
                throw new KeyException("The private key " + file + " can be read by others (mode "
                        + PosixFilePermissions.toString(mode) + "); close it with `chmod 600`.");
            }
        } catch (IOException trouble) {
            throw new KeyException("Cannot read the permissions of " + file + ".", trouble);
        }
    }

    private static void create(Path file, String text, Set<PosixFilePermission> mode) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            FileAttribute<?>[] attributes = directory != null && posix(directory)
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                    : new FileAttribute<?>[0];
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(file, fresh, attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (FileAlreadyExistsException exists) {
            throw new KeyException(
                    "There is already a file " + file + "; a key is never replaced. Move it away first.", exists);
        } catch (IOException trouble) {
            throw new KeyException("Cannot write the key file " + file + ".", trouble);
        }
    }

    private static boolean posix(Path file) throws IOException {
        FileStore store = Files.getFileStore(file);
        return store.supportsFileAttributeView("posix");
    }
}
