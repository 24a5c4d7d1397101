package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.consultation.EditionUnknown;
import org.hashwise.consultation.FailureTrace;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.consultation.TooManyChanges;
import org.hashwise.consultation.Wording;
import org.hashwise.rulebook.EditionsBusy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exception handler under {@code /api}, which replies with problem documents. A resolver and not a controller advice,
 * because it goes by the path: pages have their own way to say that something does not exist.
 */
@Component
class ApiFailures implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

    /** Time enough for the editions that others wait for to be open. */
    private static final String RETRY_AFTER_SECONDS = "20";

    private final Wording wording;
    private final JsonMapper json;

    ApiFailures(Wording wording, JsonMapper json) {
        this.wording = wording;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        String path = request.getRequestURI();
        boolean ours = (path + "/").startsWith(request.getContextPath() + "/api/");
        // A cancelled analysis is answered by the filter that cancelled it.
        if (!ours || response.isCommitted() || failure instanceof AnalysisCancelled) {
            return null;
        }
        if (failure instanceof EditionsBusy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (StoreFailureMapping.mayPass(failure)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        ApiException refusal = isOfNoType(request, failure)
                ? ApiException.unsupported(List.of(MediaType.APPLICATION_JSON))
                : refusal(failure);
        refusal.headers().forEach(response::setHeader);
        String types = refusal.headers().get(HttpHeaders.ACCEPT);
        if (types != null && HttpMethod.PATCH.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ACCEPT_PATCH, types);
        }
        write(ProblemDocument.of(refusal, path, RequestLanguage.of(request), wording), response);
        return new ModelAndView();
    }

    // A range of media types is none, and is refused by an assertion wherever it is read first.
    private static boolean isOfNoType(HttpServletRequest request, Exception failure) {
        String type = request.getContentType();
        return failure instanceof IllegalArgumentException && type != null && type.contains("*");
    }

    private static ApiException refusal(Exception failure) {
        if (failure instanceof ApiException refusal) {
            return refusal;
        }
        if (failure instanceof InvalidRequest invalid) {
            return ApiException.of(invalid);
        }
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return ApiException.of(HttpStatus.NOT_FOUND);
        }
        if (failure instanceof HttpRequestMethodNotSupportedException unsupported) {
            String allowed = String.join(", ", methods(unsupported));
            return ApiException.of(HttpStatus.METHOD_NOT_ALLOWED, unsupported.getMethod(), allowed)
                    .with(HttpHeaders.ALLOW, allowed);
        }
        if (failure instanceof HttpMediaTypeNotSupportedException unsupported) {
            return ApiException.unsupported(unsupported.getSupportedMediaTypes());
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException unacceptable) {
            return ApiException.of(HttpStatus.NOT_ACCEPTABLE, types(unacceptable));
        }
        if (failure instanceof EvaluationStopped stopped) {
            LOG.error("Rule {} fired without end and was stopped", stopped.rule());
            return ApiException.of(HttpStatus.SERVICE_UNAVAILABLE, stopped.rule());
        }
        if (failure instanceof NoMarketYet early) {
            return ApiException.invalid(List.of(early.problem()), early.language());
        }
        if (failure instanceof EditionsBusy) {
            return ApiException.busy();
        }
        if (failure instanceof EditionUnknown unknown) {
            return ApiException.unprocessable("edition", unknown.edition());
        }
        if (failure instanceof TooManyChanges many) {
            return ApiException.unprocessable("changes", many.groups(), many.most());
        }
        Optional<ApiException> kept = StoreFailureMapping.of(failure);
        if (kept.isPresent()) {
            return kept.get();
        }
        LOG.error("A request to the API failed{}", FailureTrace.of(failure));
        return ApiException.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** The methods of an address, in the same order each time. */
    private static Set<String> methods(HttpRequestMethodNotSupportedException failure) {
        String[] supported = failure.getSupportedMethods();
        Set<String> methods = new TreeSet<>(supported == null ? List.of() : List.of(supported));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        return methods;
    }

    /** The types of the replies at an address; JSON where it names none. */
    private static List<String> types(HttpMediaTypeNotAcceptableException failure) {
        List<String> types = failure.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .distinct()
                .toList();
        return types.isEmpty() ? List.of(MediaType.APPLICATION_JSON_VALUE) : types;
    }

    private void write(ProblemDocument document, HttpServletResponse response) {
        response.setStatus(document.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(json.writeValueAsBytes(document));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
