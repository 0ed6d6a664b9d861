package dev.assay.provenance;

import dev.assay.detect.PathWords;
import java.util.stream.Stream;

/**
 * Tells columns whose names speak of children: of them, their guardians, their schools, or consent given for them. Words that
 * mean something else as often are asked for in phrases alone: {@code minor}, {@code parent}, German {@code Kind}.
 */
public final class ChildColumns {
    /** English, German, French, Spanish, Portuguese, Italian, then Dutch and Polish, each beginning a line. */
    private static final PathWords SPEAK = words("""
            child, childhood, pupil, schoolchild, schoolchildren, toddler, infant, juvenile, underage, guardian,
            legal guardian, parental consent, parent consent, parental permission, parent email, parent phone, parent name,
            parent contact, parental responsibility, is minor, minor name, minor age, minor dob, children name,
            children age, school grade, grade level, school year, school class, year group, student grade, kindergarten,
            preschool, nursery school, daycare, primary school, elementary school, middle school, coppa,
            schüler, schueler, schülerin, schuelerin, schulkind, kleinkind, säugling, minderjährig, minderjaehrig,
            minderjährige, minderjährigkeit, kita, krippe, schulklasse, klassenstufe, jahrgangsstufe, grundschule,
            erziehungsberechtigt, erziehungsberechtigte, erziehungsberechtigter, sorgeberechtigt, sorgeberechtigte,
            sorgeberechtigter, vormund, elterneinwilligung, einwilligung eltern, einwilligung der eltern, name des kindes,
            kind name, kind vorname, kind geburtsdatum, kind alter, kindesname,
            enfant, élève, eleve, mineur, mineure, tuteur légal, tuteur legal, responsable légal, responsable legal,
            représentant légal, representant legal, autorisation parentale, consentement parental, niveau scolaire,
            classe scolaire, crèche, creche, école maternelle, ecole maternelle, école primaire, ecole primaire,
            niño, niña, alumno, alumna, menor de edad, nombre menor, nombre del menor, tutor legal, patria potestad,
            acudiente, consentimiento parental, consentimiento paterno, grado escolar, curso escolar, escuela primaria,
            guardería, guarderia,
            criança, crianca, aluno, aluna, menor de idade, responsável legal, responsavel legal, encarregado de educação,
            encarregado de educacao, encarregado educação, encarregado educacao, série escolar, serie escolar, ano escolar,
            jardim de infância, jardim de infancia,
            bambino, bambina, alunno, alunna, minorenne, tutore legale, consenso genitori, consenso dei genitori,
            responsabilità genitoriale, responsabilita genitoriale, classe scolastica, asilo nido, scuola primaria,
            scuola elementare,
            leerling, minderjarig, minderjarige, voogd, ouderlijke toestemming, basisschool, dziecko, uczeń, uczen,
            małoletni, maloletni, opiekun prawny, zgoda rodzica, przedszkole
            """);

    /** Parts of programs and documents, and how many children an adult has. */
    private static final PathWords MISLEAD = words("""
            child process, child pid, child node, child element, child page, child class, child theme, child module,
            child tag, child index, child key, child link, child comment, child count, num child, number child,
            child number, child table, child category, child sku, child asin, childcount
            """);

    private ChildColumns() {}

    private static PathWords words(String listed) {
        return new PathWords(Stream.of(listed.split(",")).map(String::strip).toList());
    }

    /** Whether a column's path speaks of children. */
    public static boolean named(String path) {
        return SPEAK.standIn(path) && !MISLEAD.standIn(path);
    }
}
