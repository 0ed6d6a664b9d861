package dev.assay.statement;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Encrypted PKCS#8: PBES2 with PBKDF2 over HMAC-SHA-256 and AES-256-CBC (RFC 8018), which OpenSSL reads too. */
final class KeyEncryption {
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    private static final int ITERATIONS = 600_000;

    private KeyEncryption() {}

    static byte[] encrypt(byte[] pkcs8, char[] passphrase) {
        byte[] salt = new byte[16];
        byte[] iv = new byte[16];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance(SCHEME);
            PBEParameterSpec parameters = new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv));
            cipher.init(Cipher.ENCRYPT_MODE, key(SCHEME, passphrase), parameters);
            // Under the scheme's own name Java 17 does not know how to write the parameters.
            AlgorithmParameters written = AlgorithmParameters.getInstance("PBES2");
            written.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(written, cipher.doFinal(pkcs8)).getEncoded();
        } catch (GeneralSecurityException | IOException broken) {
            throw new KeyException("Cannot encrypt the private key.", broken);
        }
    }

    static byte[] decrypt(byte[] encrypted, char[] passphrase) {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            AlgorithmParameters parameters = info.getAlgParameters();
            if (parameters == null) {
                throw new KeyException("The private key is encrypted by a scheme without parameters; encrypt it with"
                        + " `openssl pkcs8 -topk8 -v2 aes-256-cbc`.");
            }
            // For PBES2 the parameters, not the key's own algorithm, name the cipher.
            String scheme = parameters.toString();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key(scheme, passphrase), parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException | IOException trouble) {
            throw new KeyException(
                    "Cannot decrypt the private key: the passphrase is wrong or the file is damaged.", trouble);
        }
    }

    private static SecretKey key(String scheme, char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(scheme).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
