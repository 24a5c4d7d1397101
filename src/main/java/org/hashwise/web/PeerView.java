package org.hashwise.web;

import java.util.List;
import java.util.Objects;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Peers;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.model.CaseStudy;

/**
 * A company of the casebook as the page shows it beside the advice.
 *
 * @param own values of the company that asks
 */
record PeerView(CaseStudy study, Peers.Peer peer, Situation own) {

    /** The value of a question for the company of the casebook, as {@link Answer#toPlain}. */
    public Object theirs(String id) {
        return study.answers().get(id).orElseThrow().toPlain();
    }

    /** The same for the company that asks. */
    public Object ours(String id) {
        return Objects.requireNonNull(own.valueAt(own.questionnaire().position(id)))
                .toPlain();
    }

    /** @param among number of company-dates that were compared */
    record NearestPeers(int among, List<PeerView> views) {

        static NearestPeers of(Peers.PeerResult nearest, Consultation consultation, Situation own) {
            return new NearestPeers(
                    nearest.among(),
                    nearest.peers().stream()
                            .flatMap(peer -> consultation.caseStudy(peer.id()).stream()
                                    .map(study -> new PeerView(study, peer, own)))
                            .toList());
        }
    }
}
