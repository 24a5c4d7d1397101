package org.hashwise.web;

import java.io.IOException;
import java.util.Properties;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Typography;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;

/** The words of the designers, set so that no line breaks at the wrong space. */
final class TypesetMessages extends ReloadableResourceBundleMessageSource {

    @Override
    protected Properties loadProperties(Resource resource, String filename) throws IOException {
        Properties messages = super.loadProperties(resource, filename);
        Language.ofCode(filename.substring(filename.lastIndexOf('_') + 1))
                .ifPresent(
                        language -> messages.replaceAll((key, text) -> Typography.of(String.valueOf(text), language)));
        return messages;
    }
}
