package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.hashwise.assessment.Assessments;
import org.hashwise.web.SavedVersion.Address;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the pages of a saved assessment for those who may read it and not change it. */
@Controller
@RequestMapping("/shared/{token}")
class SharedController {

    private final Assessments assessments;
    private final SavedPages pages;

    SharedController(Assessments assessments, SavedPages pages) {
        this.assessments = assessments;
        this.pages = pages;
    }

    @ModelAttribute
    void protect(HttpServletResponse response) {
        SavedPages.protect(response);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token, @RequestParam(defaultValue = "0") int version, HttpServletRequest request) {
        return pages.version(address(token), version, request);
    }

    @GetMapping("/history")
    ModelAndView history(
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            HttpServletRequest request) {
        return pages.history(address(token), from, to, request);
    }

    /** The receipt without the id of the assessment, which would permit changes. */
    @GetMapping("/receipt.json")
    ResponseEntity<byte[]> receipt(@PathVariable String token) {
        String body =
                assessments.find(assessments.idOf(token)).receipt().unlinked().body();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("hashwise-receipt.json")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private Address address(String token) {
        return new Address(assessments.idOf(token), false);
    }
}
