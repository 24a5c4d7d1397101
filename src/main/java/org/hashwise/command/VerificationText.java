package org.hashwise.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.consultation.Verification;
import org.hashwise.consultation.Verification.Difference;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.memo.MemoCheck;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.rulebook.model.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outcome of a verification for people: what matters first. */
final class VerificationText {

    private static final int LONGEST_VALUE = 300;

    private VerificationText() {}

    /** @param places where editions were looked for */
    static void print(Verification verification, List<String> places, PrintStream out) {
        if (verification.reproduced()) {
            out.println(Messages.of("verify.reproduced"));
        }
        if (!verification.intact()) {
            out.println(Messages.of("verify.hash"));
        }
        Difference difference = verification.difference();
        if (difference != null) {
            out.println(Messages.of(
                    "verify.difference", difference.path(), shown(difference.receipt()), shown(difference.now())));
        }
        if (verification.rulebook() == Found.UNKNOWN) {
            out.println(Messages.of("verify.unknown-edition", verification.edition()));
            places.forEach(place -> out.println("  " + place));
        }
        if (verification.rulebook() == Found.REFUSED) {
            out.println(Messages.of("verify.refused-edition", verification.edition()));
        }
        if (!verification.engine().equals(verification.ownEngine())) {
            out.println(Messages.of("verify.engine", verification.engine(), verification.ownEngine()));
        }
    }

    /** @param difference between the pages of a memo and those of the memo made again; null for none */
    static void print(MemoCheck.@Nullable TextDifference difference, PrintStream out) {
        if (difference == null) {
            return;
        }
        boolean drawn = difference.given().isEmpty() && difference.made().isEmpty();
        out.println(Messages.of(
                drawn ? "verify.memo-drawn" : "verify.memo-difference",
                difference.page(),
                Excerpt.of(difference.given(), LONGEST_VALUE),
                Excerpt.of(difference.made(), LONGEST_VALUE)));
    }

    static void print(ReceiptUnreadable unreadable, Path file, PrintStream out) {
        if (unreadable.line() > 0) {
            out.println(Messages.of("verify.no-json", file, unreadable.line(), unreadable.column()));
            return;
        }
        out.println(Messages.of("verify.no-receipt", file));
        unreadable
                .problems()
                .forEach(problem -> out.println("  "
                        + (problem.value() == null
                                ? Messages.of("verify.missing", problem.id())
                                : Messages.of("verify.wrong", problem.id(), problem.value()))));
    }

    private static String shown(@Nullable JsonNode value) {
        String text = value == null ? Messages.of("verify.nothing") : value.toString();
        return Excerpt.of(text, LONGEST_VALUE);
    }
}
