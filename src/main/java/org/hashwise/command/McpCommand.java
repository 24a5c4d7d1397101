package org.hashwise.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.AnalysisLimiter;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Wording;
import org.hashwise.mcp.McpResources;
import org.hashwise.mcp.McpTools;
import org.hashwise.mcp.sdk.StdioServer;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.model.RulebookRejected;
import org.springframework.core.env.Environment;

/**
 * {@code mcp}: serves AI assistants by the Model Context Protocol over standard input and output, without a web server, until
 * the input ends. Everything but the protocol is printed to standard error.
 */
final class McpCommand extends ParsedCommand<McpArguments> {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.mcp");
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Clock clock;

    /** @param clock for the date of calls that name none */
    McpCommand(Clock clock) {
        super("mcp", McpArguments::new);
        this.clock = clock;
    }

    @Override
    String usage() {
        return MESSAGES.plain("usage");
    }

    @Override
    int run(McpArguments arguments, PrintStream out) {
        // Whatever libraries print or log would break the protocol.
        PrintStream before = System.out;
        System.setOut(System.err);
        try {
            serve(ProgramSettings.with(arguments.settings), out);
            return DONE;
        } catch (RulebookRejected rejected) {
            System.err.println(MESSAGES.text("rejected"));
            rejected.problems().forEach(System.err::println);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            System.setOut(before);
        }
        return FAILED;
    }

    private void serve(Environment settings, PrintStream out) throws InterruptedException {
        ActiveRulebook activeRulebook = ActiveRulebook.at(settings.getProperty("hashwise.rules", ""), clock);
        verifyBytecode(activeRulebook);
        Consultation consultation = new Consultation(activeRulebook, clock);
        Wording wording = new Wording(consultation, settings.getProperty("hashwise.templates", "templates"));
        McpTools tools = new McpTools(
                activeRulebook,
                consultation,
                new Analyses(activeRulebook),
                new Projections(activeRulebook),
                wording,
                AnalysisLimiter.unlimited());
        try (KeptReceipts kept = new KeptReceipts(StoreSettings.of(settings), clock)) {
            McpResources resources = new McpResources(activeRulebook, consultation, kept::assessments, Caller.local());
            StdioServer.serve(tools, resources, System.in, out);
        }
    }

    /** In the background: the interview and the flips are quicker once it is done. */
    private static void verifyBytecode(ActiveRulebook activeRulebook) {
        Thread thread = new Thread(() -> activeRulebook.current().verifyBytecodeBriefly(), "bytecode");
        thread.setDaemon(true);
        thread.start();
    }

    /** The store of the program, opened by the first receipt that is read. */
    private static final class KeptReceipts implements AutoCloseable {

        private final StoreSettings settings;
        private final Clock clock;
        private Optional<Store> store = Optional.empty();

        KeptReceipts(StoreSettings settings, Clock clock) {
            this.settings = settings;
            this.clock = clock;
        }

        synchronized Optional<Assessments> assessments() {
            if (store.isEmpty() && (settings.isServer() || Files.exists(settings.file()))) {
                store = Optional.of(new Store(settings));
            }
            return store.map(open -> new Assessments(open, clock));
        }

        @Override
        public synchronized void close() {
            store.ifPresent(Store::close);
        }
    }
}
