package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestFields;
import org.hashwise.consultation.RequestLanguage;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Interceptor that refuses query parameters that a route of the API does not declare, as fields of a body are refused: a name
 * that is misspelt would have no effect, silently.
 */
@Component
class QueryInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route) {
            var declared = Arrays.stream(route.getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                    .toList();
            // Who takes the map reads each of them.
            if (declared.stream().noneMatch(parameter -> parameter.getType() == Map.class)) {
                RequestFields query = fields(request);
                query.refuseOthersThan(
                        declared.stream().map(parameter -> parameter.getName()).toList());
                query.refuseProblems(RequestLanguage.of(request));
            }
        }
        return true;
    }

    private static RequestFields fields(HttpServletRequest request) {
        Map<String, Object> given = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
        return RequestFields.of(new JsonBody(given, List.of()));
    }
}
