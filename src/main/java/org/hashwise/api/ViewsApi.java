package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Overlay;
import org.hashwise.consultation.Overlays;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that lists the house views of the edition in force. */
@RestController
@RequestMapping(path = "/api/v1/views", produces = MediaType.APPLICATION_JSON_VALUE)
class ViewsApi {

    private final Consultation consultation;

    ViewsApi(Consultation consultation) {
        this.consultation = consultation;
    }

    /**
     * A house view.
     *
     * @param rulebook what is shown as the edition of an advice by it
     */
    record ViewItem(
            String id,
            String title,
            String description,
            String hash,
            String rulebook,
            List<OverrideItem> parameters,
            String file,
            int line) {}

    /**
     * A threshold with another value in a view.
     *
     * @param editionValue the value of the edition
     */
    record OverrideItem(String name, Number value, Number editionValue, String unit, String meaning, String source) {
        static OverrideItem of(HouseView.Setting override, Parameter parameter, Language language) {
            return new OverrideItem(
                    parameter.name(),
                    Plain.number(override.value()),
                    Plain.number(parameter.value()),
                    parameter.unit(),
                    parameter.meaning().in(language),
                    override.source().in(language));
        }
    }

    @GetMapping
    List<ViewItem> views(HttpServletRequest http) {
        Language language = RequestLanguage.of(http);
        Overlays overlays = consultation.overlays();
        return overlays.views().stream()
                .map(view -> new ViewItem(
                        view.id(),
                        view.title().in(language),
                        view.description().in(language),
                        Overlay.of(view).hash(),
                        overlays.edition(view),
                        view.overrides().stream()
                                .map(override ->
                                        OverrideItem.of(override, overlays.parameter(override.parameter()), language))
                                .toList(),
                        view.file(),
                        view.line()))
                .toList();
    }
}
