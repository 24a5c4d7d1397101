package org.hashwise.text;

import java.io.IOException;
import java.util.Properties;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Typography;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;

/** Message source with non-breaking spaces where a line must not break. */
public final class TypesetMessages extends ReloadableResourceBundleMessageSource {

    /** The words in a folder of templates. */
    public static TypesetMessages of(TemplateFolder folder) {
        TypesetMessages messages = new TypesetMessages();
        messages.setResourceLoader(TemplateFolder.resources());
        messages.setBasenames(folder.location() + "messages/messages", folder.location() + "memo/memo");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.setCacheSeconds(folder.editable() ? 1 : -1);
        return messages;
    }

    @Override
    protected Properties loadProperties(Resource resource, String filename) throws IOException {
        Properties messages = super.loadProperties(resource, filename);
        Language.ofCode(filename.substring(filename.lastIndexOf('_') + 1))
                .ifPresent(language ->
                        messages.replaceAll((key, text) -> Typography.ofPage(String.valueOf(text), language)));
        return messages;
    }
}
