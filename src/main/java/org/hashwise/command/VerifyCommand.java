package org.hashwise.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.assessment.StoreUnreadable;
import org.hashwise.consultation.EditionRepository;
import org.hashwise.consultation.Verification;
import org.hashwise.consultation.Verifier;
import org.hashwise.memo.SealedPdf;
import org.hashwise.rulebook.CompiledRulebookCache;
import org.hashwise.rulebook.model.Messages;

/**
 * {@code verify <receipt.json or memo.pdf> [--rules folder]… [--data store]…}: verifies a receipt, or the one that is attached to
 * a memo and whether the pages belong to it.
 */
final class VerifyCommand extends ParsedCommand<VerifyArguments> {

    private static final int REPRODUCED = 0;
    private static final int DIFFERENT = 1;

    /** Many times the size of the longest receipt that makes sense. */
    private static final long LONGEST_FILE = 10_000_000;

    VerifyCommand() {
        super("verify", VerifyArguments::new);
    }

    @Override
    protected String usage() {
        return Messages.of("verify.usage");
    }

    @Override
    protected int run(VerifyArguments arguments, PrintStream out) {
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
            SealedPdf.Reading memo = SealedPdf.isPdf(content) ? SealedPdf.read(content) : null;
            // A damaged character is reported as a change, as any other.
            String receipt = memo == null ? new String(content, StandardCharsets.UTF_8) : memo.receipt();
            List<SealedPdf.Flaw> flaws = memo == null ? List.of() : memo.flaws();
            flaws.forEach(flaw -> out.println(Messages.of("verify.flaw." + flaw)));
            return receipt == null ? DIFFERENT : verify(receipt, flaws.isEmpty(), arguments, out);
        } catch (ReceiptUnreadable unreadable) {
            VerificationText.print(unreadable, file, out);
            return DIFFERENT;
        } catch (IOException broken) {
            out.println(Messages.of("verify.no-file", file));
            return MISUSED;
        }
    }

    /** @param sealed whether nothing is wrong with the pages that the receipt is attached to */
    private static int verify(String receipt, boolean sealed, VerifyArguments arguments, PrintStream out) {
        DataLocations places = DataLocations.of(arguments);
        try (EditionRepository library =
                new EditionRepository(new CompiledRulebookCache(1, Long.MAX_VALUE), places.shelves())) {
            Verification verification = new Verifier(library).verify(Receipt.parse(receipt));
            if (verification.reproduced() && !sealed) {
                out.println(Messages.of("verify.receipt-only"));
                return DIFFERENT;
            }
            VerificationText.print(verification, places.names(), out);
            return verification.reproduced() ? REPRODUCED : DIFFERENT;
        } catch (StoreUnreadable failure) {
            out.println(Messages.of("verify.no-store", String.valueOf(failure.getMessage())));
            return MISUSED;
        }
    }
}
