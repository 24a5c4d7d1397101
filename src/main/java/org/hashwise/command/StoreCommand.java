package org.hashwise.command;

import static org.hashwise.command.StoreMessages.say;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.hashwise.assessment.BackupRefused;
import org.hashwise.assessment.Backups;
import org.hashwise.assessment.ChainReport;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreMisnamed;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.StoreUnavailable;

/**
 * {@code backup <file>} and {@code restore <file> [--force]}. The store is the one that the program itself would use with the
 * same options, environment and files of configuration.
 */
final class StoreCommand extends ParsedCommand<StoreArguments> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private StoreCommand(String name, Supplier<StoreArguments> arguments) {
        super(name, arguments);
    }

    static StoreCommand backup() {
        return new StoreCommand("backup", StoreArguments::new);
    }

    static StoreCommand restore() {
        return new StoreCommand("restore", StoreArguments.Restore::new);
    }

    @Override
    String usage() {
        return say(name() + ".usage");
    }

    @Override
    int run(StoreArguments arguments, PrintStream out) {
        try (Store store = new Store(StoreSettings.of(ProgramSettings.with(arguments.settings)))) {
            return transfer(new Backups(store), arguments.file, arguments.force(), out);
        } catch (BackupRefused refused) {
            out.println(say("refused." + refused.reason(), arguments.file));
            ChainReport report = refused.report();
            if (report != null) {
                fault(report, out);
            }
        } catch (StoreUnavailable refused) {
            out.println(say("store." + refused.reason()));
        } catch (StoreMisnamed misnamed) {
            out.println(misnamed.getMessage());
        } catch (UncheckedIOException failure) {
            out.println(say("failed", String.valueOf(failure.getCause())));
        }
        return REFUSED;
    }

    private int transfer(Backups backups, Path file, boolean force, PrintStream out) {
        ChainReport report = name().equals("backup") ? backups.save(file) : backups.restore(file, force);
        out.println(say(name() + ".done", file, report.links(), report.receipts()));
        if (!report.sound()) {
            fault(report, out);
        }
        return report.sound() ? DONE : REFUSED;
    }

    private static void fault(ChainReport report, PrintStream out) {
        ChainReport.Fault fault = report.fault();
        if (fault != null) {
            out.println(say("fault." + fault.kind(), fault.position(), fault.assessment(), fault.version()));
        }
    }
}
