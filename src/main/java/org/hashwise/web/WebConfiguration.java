package org.hashwise.web;

import java.time.Duration;
import org.hashwise.text.TemplateFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Spring MVC configuration of the pages: its language, its frame, and the assets, the only files that are served as
 * they are.
 */
@Configuration(proxyBeanMethods = false)
@Import(TemplateConfiguration.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final TemplateFolder folder;
    private final PageModelInterceptor frame;
    private final WorkspaceFiles files;
    private final String htmx;

    /** @param htmx its version on the class path */
    WebConfiguration(
            TemplateFolder folder,
            PageModelInterceptor frame,
            WorkspaceFiles files,
            @Value("${hashwise.htmx}") String htmx) {
        this.files = files;
        this.folder = folder;
        this.frame = frame;
        this.htmx = htmx;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new LanguageResolver();
    }

    /** Gives links to assets the version of their content, which is why browsers may keep them for good. */
    @Bean
    static ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new WorkspaceInterceptor(files))
                .excludePathPatterns("/assets/**", "/api/**", "/mcp", "/actuator/**");
        registry.addInterceptor(frame).excludePathPatterns("/assets/**", "/api/**", "/mcp", "/actuator/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The only script is htmx, served unchanged.
        serve(registry, "/assets/js/**", "classpath:/META-INF/resources/webjars/htmx.org/" + htmx + "/dist/");
        serve(registry, "/assets/**", folder.location() + "assets/");
    }

    private void serve(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(!folder.editable())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
