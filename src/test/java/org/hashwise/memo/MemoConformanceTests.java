package org.hashwise.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Memos of all companies of the casebook in both languages: valid PDF/UA-1 and PDF/A-3a, and two pages before the annex. */
@SpringBootTest
@Tag("long")
class MemoConformanceTests {

    @Autowired
    private Memos memos;

    @Autowired
    private Consultation consultation;

    @DynamicPropertySource
    static void aStoreOfOurOwn(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("memos");
        registry.add("hashwise.data", data::toString);
    }

    @Test
    void everyMemoIsValidAndFitsTwoPagesAndNoPageIsNearlyEmpty() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> problems = new ArrayList<>();
        for (CaseStudy study : consultation.cases()) {
            for (Language language : Language.values()) {
                byte[] pdf = memo(study, language);
                String name = study.id() + " " + language.code();
                for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
                    problems(pdf, flavour).forEach(problem -> problems.add(name + " " + flavour + ": " + problem));
                }
                int annex = annexPage(pdf, language);
                if (annex > 3) {
                    problems.add(name + ": the annex begins on page " + annex);
                }
                List<Double> fills = PageFill.of(pdf);
                for (int page = 1; page <= fills.size(); page++) {
                    if (fills.get(page - 1) < PageFill.LEAST) {
                        problems.add(name + ": nearly nothing on page " + page);
                    }
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noTableLeavesItsHeaderOrOneRowAloneOnAPageAndOptionsNameChangesOfTheTable() throws Exception {
        List<String> problems = new ArrayList<>();
        for (CaseStudy study : consultation.cases()) {
            for (Language language : Language.values()) {
                String name = study.id() + " " + language.code();
                Receipt receipt = memos.receipt(
                        new Consultation.Request(study.company(), study.asOf(), language, study.answers()));
                Memo memo = memos.of(receipt, language);
                List<String> changes =
                        memo.changes().stream().map(Memo.Change::text).toList();
                memo.options().stream()
                        .filter(Memo.Option::recommended)
                        .flatMap(option -> option.conditions().stream())
                        .map(Memo.Change::text)
                        .filter(change -> !changes.contains(change))
                        .forEach(change -> problems.add(name + ": not in the table: " + change));
                try (PDDocument document = Loader.loadPDF(memos.pdf(receipt, language))) {
                    lonelyRows(document.getDocumentCatalog().getStructureTreeRoot(), document, name, problems);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /** Adds the pages on which the header of a table stands alone, or one row of several. */
    private static void lonelyRows(PDStructureNode node, PDDocument document, String name, List<String> problems) {
        int header = -1;
        List<Integer> rows = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("THead") && header < 0) {
                    header = rows(element, document).stream().findFirst().orElse(-1);
                }
                if (element.getStructureType().equals("TBody")) {
                    rows.addAll(rows(element, document));
                }
                lonelyRows(element, document, name, problems);
            }
        }
        if (header >= 0 && !rows.isEmpty() && header != rows.get(0)) {
            problems.add(name + ": a header without rows on page " + (header + 1));
        }
        rows.stream()
                .distinct()
                .filter(page -> isAlone(rows, page))
                .forEach(page -> problems.add(name + ": one row on page " + (page + 1)));
    }

    private static boolean isAlone(List<Integer> rows, int page) {
        return rows.size() > 1 && Collections.frequency(rows, page) == 1;
    }

    /** The pages of the rows of a part of a table. */
    private static List<Integer> rows(PDStructureElement part, PDDocument document) {
        return part.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .filter(row -> row.getStructureType().equals("TR"))
                .map(row -> document.getPages().indexOf(page(row)))
                .toList();
    }

    private static @Nullable PDPage page(PDStructureElement element) {
        for (Object kid : element.getKids()) {
            PDPage page = kid instanceof PDStructureElement inner
                    ? page(inner)
                    : kid instanceof PDMarkedContentReference content ? content.getPage() : element.getPage();
            if (page != null) {
                return page;
            }
        }
        return element.getPage();
    }

    @Test
    void libreOfficeOpensTheDocxAndKeepsItsWords(@TempDir Path folder) throws Exception {
        assumeTrue(isInstalled(), "soffice is not installed: the DOCX was not converted");
        CaseStudy study = consultation.cases().get(0);
        for (Language language : Language.values()) {
            Consultation.Request request =
                    new Consultation.Request(study.company(), study.asOf(), language, study.answers());
            Receipt receipt = memos.receipt(request);
            Memo memo = memos.of(receipt, language);
            Path docx = folder.resolve("memo-" + language.code() + ".docx");
            Files.write(docx, memos.docx(receipt, language));
            Process conversion = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            folder.toString(),
                            docx.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(conversion.waitFor(2, TimeUnit.MINUTES)).isTrue();
            try (PDDocument document = Loader.loadPDF(
                    folder.resolve("memo-" + language.code() + ".pdf").toFile())) {
                String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", "");
                assertThat(text)
                        .contains(memo.resolution().replaceAll("[\\s\\u00a0\\u202f]+", ""))
                        .contains(memo.receipt().hash());
            }
        }
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("soffice", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }

    private byte[] memo(CaseStudy study, Language language) throws IOException {
        Receipt receipt =
                memos.receipt(new Consultation.Request(study.company(), study.asOf(), language, study.answers()));
        byte[] pdf = memos.pdf(receipt, language);
        Path folder = Files.createDirectories(Path.of("target", "memos"));
        Files.write(folder.resolve(study.id() + "." + language.code() + ".pdf"), pdf);
        return pdf;
    }

    private static List<String> problems(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            return result.getTestAssertions().stream()
                    .map(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static int annexPage(byte[] pdf, Language language) throws IOException {
        String heading = language == Language.EN ? "annex" : "annexe";
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                if (stripper.getText(document)
                        .toLowerCase(Locale.ROOT)
                        .lines()
                        .anyMatch(line -> line.strip().equals(heading))) {
                    return page;
                }
            }
        }
        throw new AssertionError("no annex");
    }
}
