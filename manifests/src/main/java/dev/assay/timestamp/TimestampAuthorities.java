package dev.assay.timestamp;

import dev.assay.config.ConfigException;
import dev.assay.statement.StatementException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose timestamps are believed.
 *
 * @param certificates of authorities themselves, or of those that issue authorities' certificates
 */
public record TimestampAuthorities(List<X509Certificate> certificates) {
    /** Nobody's. */
    public static final TimestampAuthorities NONE = new TimestampAuthorities(List.of());

    public TimestampAuthorities {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads PEM or DER files, each with one certificate or several.
     *
     * @throws ConfigException if one holds none
     */
    public static TimestampAuthorities read(List<Path> files) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                int before = certificates.size();
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    certificates.add((X509Certificate) certificate);
                }
                if (certificates.size() == before) {
                    throw new ConfigException("`trust.timestamp-authorities`: " + file + " holds no certificate.");
                }
            } catch (IOException | GeneralSecurityException trouble) {
                throw new ConfigException(
                        "`trust.timestamp-authorities`: cannot read a certificate from " + file + ": " + trouble);
            }
        }
        return new TimestampAuthorities(certificates);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    /**
     * Whether a certificate is one of these, or was issued by one of them, on that day (RFC 5280, section 6).
     *
     * @param others that may lie between them
     * @throws StatementException if not
     */
    void requireIssued(X509Certificate certificate, List<X509Certificate> others, Instant time)
            throws GeneralSecurityException {
        if (certificates.contains(certificate)) {
            return;
        }
        if (certificates.isEmpty()) {
            throw untrusted(certificate);
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        Set<TrustAnchor> anchors = certificates.stream()
                .map(trusted -> new TrustAnchor(trusted, null))
                .collect(Collectors.toSet());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(time));
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (CertPathBuilderException noPath) {
            throw untrusted(certificate);
        }
    }

    private static StatementException untrusted(X509Certificate certificate) {
        return new StatementException("its timestamp is by an authority that is not trusted ("
                + certificate.getSubjectX500Principal().getName() + ")");
    }
}
