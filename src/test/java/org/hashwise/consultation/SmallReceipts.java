package org.hashwise.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.assessment.Receipt;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;

/** Receipts of small rulebooks, whose editions stay at hand. */
public final class SmallReceipts {

    public static final Instant ISSUED = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final Clock CLOCK = Clock.fixed(ISSUED, ZoneOffset.UTC);

    private final Map<String, byte[]> archive = new ConcurrentHashMap<>();
    private final EditionRepository editions =
            new EditionRepository(new RulebookCache(4, 60_000), List.of(EditionSource.archive(this::edition)));

    /** A request of a company whose largest site has so many megawatts. */
    public static Consultation.Request request(double megawatts) {
        return request(Map.of("power.largestSiteMw", new Answer.Number(megawatts)));
    }

    public static Consultation.Request request(Map<String, Answer> answers) {
        return new Consultation.Request("Example Mining", LocalDate.of(2025, 12, 1), Language.EN, Answers.of(answers));
    }

    EditionRepository editions() {
        return editions;
    }

    /** Keeps an edition, and says which it is. */
    public String keep(RulebookFiles files) {
        archive.computeIfAbsent(files.fingerprint(), edition -> PackedFiles.pack(files));
        return files.fingerprint();
    }

    /** A receipt of the edition of these megawatts. */
    public Receipt issue(int edition, Consultation.Request request) {
        return issue(SmallRules.edition(edition), request, "0123456789abcdef", 1);
    }

    public Receipt issue(RulebookFiles files, Consultation.Request request, String assessment, int version) {
        String fingerprint = keep(files);
        try (EditionRepository.EditionLease lease = editions.open(fingerprint)) {
            Rulebook rulebook = lease.rulebook();
            Evaluation evaluation = Evaluation.of(rulebook, request, LocalDate.ofInstant(ISSUED, ZoneOffset.UTC));
            return Receipt.of(evaluation.fields(
                    new ReceiptWriter.Heading(assessment, version, ISSUED, null, ProgramVersion.own())));
        }
    }

    /** Keeps what is said to be the files of an edition. */
    void keep(String fingerprint, byte[] zip) {
        archive.put(fingerprint, zip);
    }

    Optional<byte[]> edition(String fingerprint) {
        return Optional.ofNullable(archive.get(fingerprint));
    }

    /** Runs a receipt again. */
    public Verification verify(Receipt receipt) {
        return new Verifier(editions).verify(receipt);
    }

    /** Compiles anew, so that nobody else closes it. */
    static Rulebook compiled(int edition) {
        return RulebookReader.read(SmallRules.edition(edition));
    }
}
