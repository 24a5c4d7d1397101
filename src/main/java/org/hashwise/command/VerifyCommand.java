package org.hashwise.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.assessment.StoreUnreadable;
import org.hashwise.consultation.EditionRepository;
import org.hashwise.consultation.Verification;
import org.hashwise.consultation.Verifier;
import org.hashwise.memo.MemoCheck;
import org.hashwise.memo.MemoReproduction;
import org.hashwise.memo.SealedPdf;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookRejected;
import org.springframework.core.env.Environment;

/**
 * {@code verify <receipt.json or memo.pdf> [--rules folder]… [--data store]…}: verifies a receipt, or the one that is attached to
 * a memo, which is compared with the memo made again from it.
 */
final class VerifyCommand extends ParsedCommand<VerifyArguments> {

    private static final int REPRODUCED = 0;
    private static final int DIFFERENT = 1;

    /** Many times the size of the longest receipt that makes sense. */
    private static final long LONGEST_FILE = 10_000_000;

    private final Clock clock;

    VerifyCommand(Clock clock) {
        super("verify", VerifyArguments::new);
        this.clock = clock;
    }

    @Override
    public boolean isBrief(List<String> arguments) {
        return true;
    }

    @Override
    String usage() {
        return Messages.of("verify.usage");
    }

    @Override
    int run(VerifyArguments arguments, PrintStream out) {
        Path file = Path.of(arguments.receipt);
        byte[] content;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                out.println(Messages.of("verify.no-file", file));
                return MISUSED;
            }
            content = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            out.println(Messages.of("verify.no-file", file));
            return MISUSED;
        }
        try {
            SealedPdf.Seal memo = SealedPdf.isPdf(content) ? SealedPdf.read(content) : null;
            // A damaged character is reported as a change, as any other.
            String receipt = memo == null ? new String(content, StandardCharsets.UTF_8) : memo.receipt();
            List<SealedPdf.Flaw> flaws = memo == null ? List.of() : memo.flaws();
            flaws.forEach(flaw -> out.println(Messages.of("verify.flaw." + flaw)));
            if (receipt == null) {
                return DIFFERENT;
            }
            return memo == null
                    ? verify(Receipt.parse(receipt), arguments, out)
                    : verify(content, Receipt.parse(receipt), memo, arguments, out);
        } catch (ReceiptUnreadable unreadable) {
            if (unreadable.line() > 0 && (SealedPdf.isDocx(content) || isNamedPdf(file))) {
                out.println(Messages.of(SealedPdf.isDocx(content) ? "verify.docx" : "verify.no-pdf", file));
                return MISUSED;
            }
            VerificationText.print(unreadable, file, out);
            return DIFFERENT;
        } catch (StoreUnreadable failure) {
            out.println(Messages.of("verify.no-store", String.valueOf(failure.getMessage())));
            return MISUSED;
        } catch (IOException broken) {
            out.println(Messages.of("verify.no-pdf", file));
            return MISUSED;
        }
    }

    private static boolean isNamedPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static int verify(Receipt receipt, VerifyArguments arguments, PrintStream out) {
        DataLocations places = DataLocations.of(arguments);
        try (EditionRepository editions = new EditionRepository(cache(), places.sources())) {
            Verification verification = new Verifier(editions).verify(receipt);
            VerificationText.print(verification, places.names(), out);
            return verification.reproduced() ? REPRODUCED : DIFFERENT;
        }
    }

    /** Verifies the receipt of a memo, and compares it with the memo made again from it. */
    private int verify(byte[] pdf, Receipt receipt, SealedPdf.Seal memo, VerifyArguments arguments, PrintStream out)
            throws IOException {
        DataLocations places = DataLocations.of(arguments);
        Environment settings = ProgramSettings.with(List.of());
        ActiveRulebook activeRulebook;
        try {
            activeRulebook = ActiveRulebook.at(settings.getProperty("hashwise.rules", ""), clock);
        } catch (RulebookRejected broken) {
            out.println(Messages.of("verify.no-memo"));
            return MISUSED;
        }
        try (EditionRepository editions = new EditionRepository(activeRulebook, cache(), places.sources())) {
            Verification verification = new Verifier(editions).verify(receipt);
            if (verification.reproduced()) {
                activeRulebook.current().verifyBytecodeBriefly();
                MemoCheck.MemoDifference difference = MemoReproduction.of(activeRulebook, editions, settings, clock)
                        .difference(pdf, receipt, memo.language());
                if (difference != null || !memo.flaws().isEmpty()) {
                    if (difference != null) {
                        VerificationText.print(difference, out);
                    }
                    VerificationText.engines(verification, out);
                    out.println(Messages.of("verify.receipt-only"));
                    return DIFFERENT;
                }
            }
            VerificationText.print(verification, places.names(), out);
            return verification.reproduced() ? REPRODUCED : DIFFERENT;
        }
    }

    private static RulebookCache cache() {
        return new RulebookCache(1, Long.MAX_VALUE);
    }
}
