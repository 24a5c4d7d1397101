package org.hashwise.consultation;

import java.util.SortedMap;

/**
 * The advice with an overlay, as JSON beside the advice of the edition.
 *
 * @param flips whether it recommends another strategy than the edition does
 * @param notice that this is not the advice of the edition and has no receipt
 * @param advice with the hash of the overlay in its {@code rulebook}
 */
public record OverlayItem(
        String hash,
        SortedMap<String, Object> parameters,
        SortedMap<String, Object> answers,
        SortedMap<String, Object> market,
        boolean flips,
        String notice,
        AdviceDocument advice) {

    /**
     * @param own by the edition as it is
     * @param overlaid the same with the overlay
     */
    public static OverlayItem of(Overlay overlay, Evaluation own, Evaluation overlaid, Wording wording) {
        return new OverlayItem(
                overlay.hash(),
                Plain.map(overlay.parameters()),
                overlay.plainAnswers(),
                overlay.plainMarket(),
                overlaid.advice().recommendation().strategy()
                        != own.advice().recommendation().strategy(),
                wording.text("overlay.notice", own.request().language()),
                AdviceDocument.of(overlaid.advice(), wording));
    }
}
