package org.hashwise.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.rulebook.RulebookFixer;
import org.hashwise.rulebook.RulesFolderWriter;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.UnifiedDiff;

/** Dialog of {@code check --fix}: shows the mechanical corrections as a unified diff and writes them once they are confirmed. */
final class FixDialog {

    private final PrintStream out;
    private final PrintStream notes;

    /** @param notes for the question and the outcome */
    FixDialog(PrintStream out, PrintStream notes) {
        this.out = out;
        this.notes = notes;
    }

    /** @param confirmed whether to write without asking */
    void run(Path folder, LocalDate today, boolean confirmed) {
        RulebookFiles before = RulebookFiles.in(folder);
        RulebookFiles after = RulebookFixer.fix(before, today);
        List<String> diff = UnifiedDiff.of(before, after);
        if (diff.isEmpty()) {
            notes.println(Messages.of("fix.nothing"));
            return;
        }
        diff.forEach(line -> out.println(Excerpt.escaped(line)));
        out.flush();
        if (!confirmed && !Terminal.console().map(this::isConfirmed).orElse(false)) {
            notes.println(Messages.of("fix.not-written"));
            return;
        }
        try {
            List<String> written = new RulesFolderWriter(folder).write(before, after);
            notes.println(Messages.of("fix.written", written.size()));
        } catch (RulesFolderWriter.FileConflict changed) {
            notes.println(Messages.of("fix.changed-meanwhile", Excerpt.escaped(String.valueOf(changed.getMessage()))));
        } catch (IOException failure) {
            notes.println(Messages.of("fix.failed", Excerpt.escaped(failure.toString())));
        }
    }

    private boolean isConfirmed(Console terminal) {
        notes.print(Messages.of("fix.question") + " ");
        notes.flush();
        String reply = terminal.readLine();
        return reply != null && reply.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
