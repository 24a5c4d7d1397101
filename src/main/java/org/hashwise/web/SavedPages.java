package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.assessment.Archive;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Attributions;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.EditionUnknown;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.RecordedEvaluations;
import org.hashwise.consultation.Replays;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.hashwise.web.SavedVersion.Address;
import org.hashwise.web.SavedVersion.EditionState;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The pages of saved assessments: a version with its advice, and the history of all versions. */
@Component
class SavedPages {

    private final Consultation consultation;
    private final Assessments assessments;
    private final Archive archive;
    private final RecordedEvaluations evaluations;
    private final AdvicePages pages;
    private final HistoryPages histories;
    private final PageTexts pageTexts;

    SavedPages(
            Consultation consultation,
            Assessments assessments,
            Archive archive,
            RecordedEvaluations evaluations,
            Analyses analyses,
            Projections projections,
            Attributions attributions,
            Replays replays,
            PageTexts pageTexts) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.archive = archive;
        this.evaluations = evaluations;
        this.pages = new AdvicePages(consultation, analyses, projections);
        this.histories = new HistoryPages(consultation, attributions, replays);
        this.pageTexts = pageTexts;
    }

    /** Keeps the address of a saved page, which is a permission, from other sites, caches and search engines. */
    static void protect(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /**
     * A version with its advice, in the language of the reader.
     *
     * @param version 0 for the newest
     * @throws org.hashwise.assessment.AssessmentNotFound when there is no such assessment or version
     */
    ModelAndView version(Address address, int version, HttpServletRequest request) {
        Receipt last = assessments.find(address.id()).receipt();
        int newest = last.fields().version();
        Receipt receipt = version == 0 || version == newest ? last : assessments.receipt(address.id(), version);
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        ModelAndView page = page(address, receipt, newest, texts);
        page.addObject("keep", version == 0 ? "" : "&version=" + version);
        page.addObject(
                "shared",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(address.shared())
                        .toUriString());
        return page;
    }

    private ModelAndView page(Address address, Receipt receipt, int newest, PageText texts) {
        try {
            return evaluations.evaluate(receipt, texts.language(), evaluation -> {
                PageText then = texts.of(evaluation);
                boolean inForce = evaluation.edition().equals(consultation.edition());
                Recommendation made = evaluation.advice().recommendation();
                boolean same =
                        new VerdictSummary(made.strategy(), made.extent()).equals(Replays.verdict(receipt.fields()));
                EditionState edition =
                        !same ? EditionState.DIFFERENT : inForce ? EditionState.IN_FORCE : EditionState.ARCHIVED;
                return pages.page(evaluation, receipt, then)
                        .addObject("texts", then)
                        .addObject("saved", SavedVersion.of(address, receipt, newest, edition, then));
            });
        } catch (EditionUnknown lost) {
            return pages.page(receipt, texts)
                    .addObject("saved", SavedVersion.of(address, receipt, newest, EditionState.LOST, texts));
        }
    }

    /**
     * All versions, what changed between two of them, and the newest by the rules and the market of today.
     *
     * @param from 0 for the one before the newest
     * @param to 0 for the newest
     */
    ModelAndView history(Address address, int from, int to, HttpServletRequest request) {
        Archive.Item item = archive.item(address.id());
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        return histories
                .page(item.receipts(), from, to, texts)
                .addObject("keep", from == 0 && to == 0 ? "" : "&from=" + from + "&to=" + to)
                .addObject("path", address.path())
                .addObject("company", item.assessment().company());
    }
}
