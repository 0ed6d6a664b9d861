package dev.assay.timestamp;

import dev.assay.json.Sha256;
import dev.assay.statement.Envelope;
import dev.assay.statement.StatementException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/**
 * What a time-stamp authority signed: that something existed at a time (RFC 3161, section 2.4.2). It is checked without
 * any call: what counts is the authority's certificate on the day of the stamp; whether it was revoked is not asked.
 */
public final class TimestampToken {
    /** Digests that a token may be signed over. */
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private final TimeStampToken token;

    private TimestampToken(TimeStampToken token) {
        this.token = token;
    }

    /**
     * Reads the DER of a token.
     *
     * @throws StatementException if it is none
     */
    public static TimestampToken parse(byte[] der) {
        try {
            return new TimestampToken(new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(der))));
        } catch (IOException | TSPException | RuntimeException damaged) {
            // The library answers hostile bytes with whatever its casts and look-ups throw.
            throw new StatementException("its timestamp is no RFC 3161 token");
        }
    }

    /** What is stamped of an envelope: the bytes of its signatures, one after the other. */
    public static byte[] message(Envelope envelope) {
        return envelope.signatureBytes();
    }

    /**
     * When the message existed at the latest, once the token is shown to be over it and by a trusted authority.
     *
     * @throws StatementException if it is not
     */
    public Instant verify(byte[] message, TimestampAuthorities trusted) {
        try {
            return verified(message, trusted);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException broken) {
            if (broken instanceof StatementException said) {
                throw said;
            }
            throw new StatementException("its timestamp does not hold: " + broken.getMessage());
        }
    }

    private Instant verified(byte[] message, TimestampAuthorities trusted)
            throws TSPException, OperatorCreationException, GeneralSecurityException {
        if (!token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)) {
            throw new StatementException("its timestamp is over another digest than SHA-256");
        }
        String imprint = HexFormat.of().formatHex(token.getTimeStampInfo().getMessageImprintDigest());
        if (!imprint.equals(Sha256.hex(message))) {
            throw new StatementException("its timestamp is over another signature");
        }
        for (SignerInformation signer : token.toCMSSignedData().getSignerInfos()) {
            if (!DIGESTS.contains(signer.getDigestAlgOID())) {
                throw new StatementException("its timestamp is signed over a digest that is not believed");
            }
        }
        Instant time = token.getTimeStampInfo().getGenTime().toInstant();
        List<X509Certificate> sent = certificates(token.getCertificates().getMatches(null));
        X509Certificate signer = signer(sent, trusted);
        // Holds the certificate against the signed attributes, its use and its days, and the signature against it.
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        trusted.requireIssued(signer, sent, time);
        return time;
    }

    private X509Certificate signer(List<X509Certificate> sent, TimestampAuthorities trusted)
            throws GeneralSecurityException {
        @SuppressWarnings("unchecked") // the library types it as a selector of anything
        Selector<X509CertificateHolder> named = (Selector<X509CertificateHolder>) (Selector<?>) token.getSID();
        List<X509Certificate> candidates = new ArrayList<>(sent);
        candidates.addAll(trusted.certificates());
        for (X509Certificate candidate : candidates) {
            if (named.match(holder(candidate))) {
                return candidate;
            }
        }
        throw new StatementException("its timestamp does not hold the certificate it was signed with");
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws GeneralSecurityException {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (IOException damaged) {
            throw new GeneralSecurityException(damaged);
        }
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        for (X509CertificateHolder holder : holders) {
            certificates.add(converter.getCertificate(holder));
        }
        return certificates;
    }
}
