package dev.assay.config;

import java.util.Locale;
import java.util.stream.Stream;

/** What kind of data an entity type is; the privacy officer's first sorting. */
public enum DataClass {
    /** E-mail, telephone, handle, postal address. */
    CONTACT,
    /** Names, dates of birth, ages: what describes a person. */
    PERSON,
    /** Cards, accounts, routing numbers, wallets. */
    FINANCIAL,
    /** Numbers a state gives to a person: identity, tax, social security, passport. */
    GOVERNMENT_ID,
    /** Patient, insurance and prescriber numbers. */
    HEALTH,
    /** Network and device addresses. */
    DEVICE,
    /** Places a person can be found at: coordinates, geographic names. */
    LOCATION,
    /** Passwords, keys, tokens. */
    CREDENTIAL,
    /** GDPR Article 9 and 10: health terms, religion, politics, ethnicity, biometrics, convictions. */
    SPECIAL_CATEGORY,
    /** Numbers of things, organisations and products, which a person may be found through. */
    REFERENCE,
    /** No personal data: text that deceives a reader or a model, says what it may be used for, or was written by a model. */
    CONTENT;

    /** The kind of personal data a card names. */
    static DataClass parsePersonal(String label) {
        return Values.choice(
                label, Stream.of(values()).filter(DataClass::isPersonal).toList());
    }

    /** Whether it is data about somebody or a secret, which a card declares and rows are counted by. */
    public boolean isPersonal() {
        return this != CONTENT;
    }

    /** The name in configuration, manifests and reports, such as {@code government-id}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
