package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.hashwise.consultation.ProblemKind;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the page to which the types of problem documents lead. */
@Controller
class ProblemsController {

    private final PageTexts pageTexts;

    ProblemsController(PageTexts pageTexts) {
        this.pageTexts = pageTexts;
    }

    /** A kind of problem in words. */
    record Explained(String slug, String title, String text) {

        // What a document says of one case is enough where it says the same of all.
        static Explained of(ProblemKind kind, PageText texts) {
            String own = texts.messageOr("problem-kind." + kind.slug(), "");
            return new Explained(
                    kind.slug(),
                    texts.forPrograms(kind.key() + ".title"),
                    own.isEmpty() ? texts.forPrograms(kind.key() + ".detail") : own);
        }
    }

    @GetMapping("/problems")
    ModelAndView problems(HttpServletRequest request) {
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        return new ModelAndView(
                "pages/problems",
                "kinds",
                Stream.of(ProblemKind.values())
                        .map(kind -> Explained.of(kind, texts))
                        .toList());
    }
}
