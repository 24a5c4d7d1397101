package org.hashwise.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.advice.Advice;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Issues receipts by the rulebook in force, and keeps its editions in the archive. */
@Service
class RulebookReceipts implements Receipts {

    private final ActiveRulebook rulebooks;
    private final Analyses analyses;
    private final Projections projections;
    private final Clock clock;
    private final Verifier verifier;
    private final ObjectProvider<Editions> archive;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    RulebookReceipts(
            ActiveRulebook rulebooks,
            Analyses analyses,
            Projections projections,
            Clock clock,
            Verifier verifier,
            ObjectProvider<Editions> archive) {
        this.rulebooks = rulebooks;
        this.analyses = analyses;
        this.projections = projections;
        this.clock = clock;
        this.verifier = verifier;
        this.archive = archive;
    }

    @Override
    public Pending prepare(Consultation.Request request, String assessment, int version, Instant at) {
        try (ActiveRulebook.Lease hold = rulebooks.hold()) {
            Rulebook rulebook = rulebooks.current();
            Evaluation evaluation = Evaluation.of(rulebook, request, clock);
            keep(rulebook);
            ReceiptWriter.Heading heading =
                    new ReceiptWriter.Heading(assessment, version, at, null, ProgramVersion.own());
            ObjectNode fields = evaluation.fields(heading);
            projections
                    .settings(evaluation)
                    .map(settings -> ProjectionDocument.recorded(
                            settings, usual -> projections.project(evaluation, analyses.flips(evaluation), usual)))
                    .ifPresent(projection -> ReceiptWriter.addProjection(fields, projection));
            return new Written(evaluation.advice(), fields);
        }
    }

    private void keep(Rulebook rulebook) {
        if (!kept.contains(rulebook.edition())) {
            archive.ifAvailable(editions -> editions.keep(rulebook.edition(), PackedFiles.pack(rulebook.files())));
            kept.add(rulebook.edition());
        }
    }

    @Override
    public Verification verify(Receipt receipt) {
        // One that was imported may have the right hash and lack what a receipt has.
        return verifier.verify(Receipt.parse(receipt.body()));
    }

    @Override
    public Verification reissue(Receipt receipt) {
        return verifier.reissue(Receipt.parse(receipt.body()));
    }

    private record Written(Advice advice, ObjectNode fields) implements Pending {
        @Override
        public Issued after(@Nullable String previous) {
            ObjectNode whole = fields.deepCopy();
            whole.put("previous", previous);
            return new Issued(advice, Receipt.of(whole));
        }
    }
}
