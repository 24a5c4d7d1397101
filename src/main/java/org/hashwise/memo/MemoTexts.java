package org.hashwise.memo;

import org.hashwise.questionnaire.Language;

/** The texts of memos in both languages. Implemented by the pages. */
public interface MemoTexts {

    MemoText in(Language language);
}
