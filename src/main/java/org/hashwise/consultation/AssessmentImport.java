package org.hashwise.consultation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.analysis.Cancellation;
import org.hashwise.assessment.Archive;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Imports exported assessments. A hash can be computed by anyone, so that each receipt that is not stored yet is evaluated
 * again by the rules that it names and the market that these have for its day; one that does not come out byte for byte is
 * refused. Thread-safe.
 */
@Service
public class AssessmentImport {

    /** The most receipts that one import evaluates. */
    public static final int MOST_RECEIPTS = 1000;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Archive archive;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Clock clock;

    AssessmentImport(Archive archive, Assessments assessments, Receipts receipts, Clock clock) {
        this.archive = archive;
        this.assessments = assessments;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** An import with more new receipts than are evaluated at once. */
    public static final class TooManyReceipts extends RuntimeException {
        TooManyReceipts() {
            super("more than " + MOST_RECEIPTS + " new receipts", null, false, false);
        }
    }

    /**
     * Takes all of them, or none when one of them cannot be taken.
     *
     * @throws TooManyReceipts when too many of them are new
     */
    public Archive.Outcome take(List<Archive.Item> items) {
        List<Problem> refused = archive.refusals(items);
        if (!refused.isEmpty()) {
            return new Archive.Outcome(0, 0, 0, refused);
        }
        List<Fresh> fresh = fresh(items);
        if (fresh.size() > MOST_RECEIPTS) {
            throw new TooManyReceipts();
        }
        List<Problem> problems = new ArrayList<>();
        for (Fresh each : fresh) {
            Cancellation.current().check();
            Code problem = problem(each.receipt());
            if (problem != null) {
                problems.add(new Problem(each.place(), null, problem, List.of(), ""));
            }
        }
        for (int index = 0; index < items.size(); index++) {
            if (!isOfItsDay(items.get(index))) {
                problems.add(new Problem("assessments[" + index + "].asOf", null, Code.NOT_AS_RECEIPT, List.of(), ""));
            }
        }
        return problems.isEmpty() ? archive.take(items) : new Archive.Outcome(0, 0, 0, problems);
    }

    /** Whether the newest receipt is about the day that the assessment names, if it names one. */
    private static boolean isOfItsDay(Archive.Item item) {
        LocalDate day = item.assessment().asOf();
        Receipt newest = item.receipts().get(item.receipts().size() - 1);
        return day == null || day.toString().equals(newest.json().path("asOf").asString(""));
    }

    private record Fresh(String place, Receipt receipt) {}

    private List<Fresh> fresh(List<Archive.Item> items) {
        List<Fresh> fresh = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Cancellation.current().check();
            Archive.Item item = items.get(index);
            for (int version = 1; version <= item.receipts().size(); version++) {
                Receipt receipt = item.receipts().get(version - 1);
                boolean stored = assessments
                        .version(item.assessment().id(), version)
                        .filter(receipt::equals)
                        .isPresent();
                if (!stored) {
                    fresh.add(new Fresh("assessments[" + index + "].receipts[" + (version - 1) + "]", receipt));
                }
            }
        }
        return fresh;
    }

    private @Nullable Code problem(Receipt receipt) {
        try {
            Instant issued = Instant.parse(receipt.json().path("issuedAt").asString(""));
            return issued.isAfter(clock.instant().plus(CLOCK_TOLERANCE)) ? Code.IN_THE_FUTURE : evaluated(receipt);
        } catch (ReceiptUnreadable | DateTimeException | NoMarketYet noReceipt) {
            return Code.NOT_REPRODUCED;
        }
    }

    private @Nullable Code evaluated(Receipt receipt) {
        Verification again = receipts.reissue(receipt);
        if (again.reproduced()) {
            return null;
        }
        boolean known =
                again.rulebook() != Verification.Found.UNKNOWN && again.rulebook() != Verification.Found.REFUSED;
        return known || !again.intact() ? Code.NOT_REPRODUCED : Code.NOT_REPRODUCIBLE;
    }
}
