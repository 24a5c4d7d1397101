package org.hashwise.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.assessment.StoreUnreadable;
import org.hashwise.consultation.EditionRepository;
import org.hashwise.consultation.Verification;
import org.hashwise.consultation.Verifier;
import org.hashwise.rulebook.CompiledRulebookCache;
import org.hashwise.rulebook.model.Messages;

/** {@code verify <receipt.json> [--rules folder]… [--data store]…}: runs a receipt again and says whether it comes out the same. */
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
        String text;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                out.println(Messages.of("verify.no-file", file));
                return MISUSED;
            }
            // A damaged character is a change like any other, and told as one.
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            out.println(Messages.of("verify.no-file", file));
            return MISUSED;
        }
        return verify(text, file, arguments, out);
    }

    private static int verify(String text, Path file, VerifyArguments arguments, PrintStream out) {
        DataLocations places = DataLocations.of(arguments);
        try (EditionRepository library =
                new EditionRepository(new CompiledRulebookCache(1, Long.MAX_VALUE), places.shelves())) {
            Verification verification = new Verifier(library).verify(Receipt.parse(text));
            VerificationText.print(verification, places.names(), out);
            return verification.reproduced() ? REPRODUCED : DIFFERENT;
        } catch (ReceiptUnreadable unreadable) {
            VerificationText.print(unreadable, file, out);
            return DIFFERENT;
        } catch (StoreUnreadable failure) {
            out.println(Messages.of("verify.no-store", String.valueOf(failure.getMessage())));
            return MISUSED;
        }
    }
}
