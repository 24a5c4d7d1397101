package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.rulebook.model.RulebookFiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The rules that came with the program. */
final class PackagedRules {

    private static final String FOLDER = "rules/";

    private PackagedRules() {}

    static RulebookFiles files() {
        Map<String, byte[]> content = new TreeMap<>();
        try {
            ClassLoader loader = PackagedRules.class.getClassLoader();
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(loader);
            String root = resolver.getResource("classpath:" + FOLDER).getURL().toString();
            for (Resource resource : resolver.getResources("classpath:" + FOLDER + "**/*")) {
                String address = resource.getURL().toString();
                if (resource.isReadable() && address.startsWith(root) && !address.endsWith("/")) {
                    content.put(address.substring(root.length()), resource.getContentAsByteArray());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new RulebookFiles(content);
    }
}
