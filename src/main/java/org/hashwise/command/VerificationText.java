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
        engines(verification, out);
    }

    /** The two versions of the program, when they differ. */
    static void engines(Verification verification, PrintStream out) {
        if (!verification.engine().equals(verification.ownEngine())) {
            out.println(Messages.of("verify.engine", verification.engine(), verification.ownEngine()));
        }
    }

    /** @param difference between a memo and the memo made again */
    static void print(MemoCheck.MemoDifference difference, PrintStream out) {
        switch (difference.place()) {
            case LINE ->
                out.println(Messages.of(
                        "verify.memo-difference",
                        difference.page(),
                        Excerpt.of(difference.given(), LONGEST_VALUE),
                        Excerpt.of(difference.made(), LONGEST_VALUE)));
            case DRAWING -> out.println(Messages.of("verify.memo-drawn", difference.page()));
            default -> {
                String place = Messages.of("verify.place." + difference.place());
                boolean wordless =
                        difference.given().isEmpty() && difference.made().isEmpty();
                out.println(Messages.of(
                        wordless ? "verify.memo-elsewhere.only" : "verify.memo-elsewhere",
                        difference.page() == 0 ? place : Messages.of("verify.place.page", place, difference.page()),
                        quoted(difference.given()),
                        quoted(difference.made())));
            }
        }
    }

    private static String quoted(String text) {
        return text.isEmpty()
                ? Messages.of("verify.nothing")
                : Messages.of("verify.quoted", Excerpt.of(text, LONGEST_VALUE));
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
