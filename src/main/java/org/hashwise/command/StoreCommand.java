package org.hashwise.command;

import static org.hashwise.command.StoreMessages.say;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class StoreCommand implements Command {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String FORCE = "--force";

    private final String name;

    private StoreCommand(String name) {
        this.name = name;
    }

    static StoreCommand backup() {
        return new StoreCommand("backup");
    }

    static StoreCommand restore() {
        return new StoreCommand("restore");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files = new ArrayList<>(arguments);
        boolean force = files.remove(FORCE);
        List<String> options =
                files.stream().filter(argument -> argument.startsWith("--")).toList();
        files.removeAll(options);
        boolean misplaced = force && name.equals("backup") || !options.stream().allMatch(ProgramSettings::isSetting);
        if (files.size() != 1 || misplaced) {
            out.println(say(name + ".usage"));
            return MISUSED;
        }
        try (Store store = new Store(StoreSettings.of(ProgramSettings.with(options)))) {
            return run(new Backups(store), Path.of(files.get(0)), force, out);
        } catch (BackupRefused refused) {
            out.println(say("refused." + refused.reason(), files.get(0)));
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

    private int run(Backups backups, Path file, boolean force, PrintStream out) {
        ChainReport report = name.equals("backup") ? backups.save(file) : backups.restore(file, force);
        out.println(say(name + ".done", file, report.links(), report.receipts()));
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
