package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Sentences that the next page shows at its top: what happened to a form that was sent. */
final class Notices {

    private static final String ATTRIBUTE = "notices";

    private Notices() {}

    /** Adds sentences to the page after the redirect that answers the request. */
    static void add(HttpServletRequest request, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        var next = RequestContextUtils.getOutputFlashMap(request);
        List<String> all = new ArrayList<>();
        if (next.get(ATTRIBUTE) instanceof List<?> before) {
            before.forEach(sentence -> all.add(String.valueOf(sentence)));
        }
        all.addAll(sentences);
        next.put(ATTRIBUTE, all);
    }

    /** Adds sentences to a page that is shown at once. */
    static ModelAndView show(ModelAndView page, List<String> sentences) {
        return sentences.isEmpty() ? page : page.addObject(ATTRIBUTE, sentences);
    }

    /** Hands the sentences that this page would show on to the page after another redirect. */
    static void pass(HttpServletRequest request) {
        var shown = RequestContextUtils.getInputFlashMap(request);
        if (shown != null && shown.get(ATTRIBUTE) instanceof List<?> sentences) {
            add(request, sentences.stream().map(String::valueOf).toList());
        }
    }
}
