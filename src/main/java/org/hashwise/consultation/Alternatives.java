package org.hashwise.consultation;

import java.util.List;
import org.hashwise.rulebook.model.HouseView;
import org.jspecify.annotations.Nullable;

/**
 * The alternatives to the edition in force for which a request also asks advice: an overlay and house views.
 *
 * @param overlay null when there is none
 * @param views in the order in which they are asked for
 */
public record Alternatives(@Nullable Overlay overlay, List<HouseView> views) {

    public static final Alternatives NONE = new Alternatives(null, List.of());

    /** The fields of a request that hold them. */
    public static final String OVERLAY = "overlay";

    public static final String VIEWS = "views";

    public Alternatives {
        views = List.copyOf(views);
    }
}
