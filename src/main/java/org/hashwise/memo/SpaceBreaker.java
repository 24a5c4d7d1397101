package org.hashwise.memo;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Line breaks after spaces alone: neither numbers nor words with an apostrophe are divided. */
final class SpaceBreaker implements FSTextBreaker {

    private static final int DONE = -1;

    private String text = "";
    private int place;

    @Override
    public void setText(String newText) {
        text = newText;
        place = 0;
    }

    @Override
    public int next() {
        if (place >= text.length()) {
            return DONE;
        }
        int space = text.indexOf(' ', place);
        place = space < 0 ? text.length() : space + 1;
        return place;
    }
}
