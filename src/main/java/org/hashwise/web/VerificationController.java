package org.hashwise.web;

import java.io.IOException;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.memo.MemoCheck;
import org.hashwise.memo.Memos;
import org.hashwise.memo.SealedPdf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Verification of a memo as PDF, or of a receipt, that a visitor sends. */
@Controller
@RequestMapping("/verify")
class VerificationController {

    private static final int MOST_BYTES = 2 << 20;

    private final Memos memos;

    VerificationController(Memos memos) {
        this.memos = memos;
    }

    @GetMapping
    ModelAndView ask() {
        return new ModelAndView("pages/verify", "problem", "");
    }

    // The file was taken out of the form before any page saw it.
    @PostMapping
    ModelAndView verify(
            @RequestAttribute(name = "uploadedFile", required = false) byte @Nullable [] content,
            @RequestAttribute(name = "uploadedFileName", required = false) @Nullable String name) {
        if (content == null || content.length == 0) {
            return refused("no-file");
        }
        if (content.length > MOST_BYTES) {
            return refused("large");
        }
        try {
            MemoCheck check = memos.check(content);
            return new ModelAndView("pages/verify", "problem", "")
                    .addObject("check", check)
                    .addObject("file", name == null ? "" : name);
        } catch (IOException broken) {
            return refused("pdf");
        } catch (ReceiptUnreadable unreadable) {
            return refused(SealedPdf.isDocx(content) ? "docx" : "unreadable");
        }
    }

    private static ModelAndView refused(String problem) {
        ModelAndView page = new ModelAndView("pages/verify", "problem", problem);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
