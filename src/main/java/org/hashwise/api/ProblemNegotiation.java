package org.hashwise.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Content negotiation in which a client that accepts problem documents accepts JSON: one that names nothing else would be
 * told 406 before its request is read, even when its body has other errors.
 */
@Component
class ProblemNegotiation implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new WithJson()));
    }

    private static final class WithJson extends HeaderContentNegotiationStrategy {
        @Override
        public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
            List<MediaType> accepted = super.resolveMediaTypes(request);
            if (accepted.stream().noneMatch(MediaType.APPLICATION_PROBLEM_JSON::equalsTypeAndSubtype)) {
                return accepted;
            }
            List<MediaType> more = new ArrayList<>(accepted);
            more.add(MediaType.APPLICATION_JSON);
            return more;
        }
    }
}
