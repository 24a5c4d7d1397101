package org.hashwise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures everything and writes one table. Nothing is asserted about the figures, as they are those of the machine; that
 * all contenders do the same is, before any of them is timed.
 */
@Tag("bench")
class BenchTests {

    private final FigureTable table = new FigureTable();

    @TempDir
    private Path folder;

    @Test
    void everything() throws Exception {
        assertThat(Program.JAR).as("the packaged program").exists();
        AgreementTests agreement = new AgreementTests();
        agreement.plainJavaDecidesAsTheEngineDoes();
        agreement.sixtyRulesHoldForTheSameCompaniesEverywhere();

        // What starts processes of its own first: this one is smallest now.
        StartFigures start = new StartFigures(table, folder);
        start.measure();
        start.compare();
        start.screen();
        ServerFigures server = new ServerFigures(table, folder);
        server.load();
        server.memory();
        new EditFigures(table, folder).measure();
        new EngineFigures().measure(table);
        new ReadingFigures(table).measure();
        new AnalysisFigures(table).measure();
        new GrowthFigures(table).measure();
        table.write();
    }
}
