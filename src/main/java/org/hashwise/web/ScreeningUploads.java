package org.hashwise.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Files of companies in memory, under random ids: for an hour after their last use, or until others need the memory. On disk is
 * only a workbook while it is read. Thread-safe.
 */
@Component
class ScreeningUploads {

    /** Bytes of one file. */
    static final int MOST_BYTES = 8 << 20;

    private static final long MOST_BYTES_OF_ALL =
            Math.max(MOST_BYTES, Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8));

    private final Cache<String, ScreeningUpload> uploads = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_OF_ALL)
            .weigher((String id, ScreeningUpload upload) -> upload.content().length + id.length())
            .expireAfterAccess(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    Optional<ScreeningUpload> find(String id) {
        return Optional.ofNullable(uploads.getIfPresent(id));
    }

    void keep(ScreeningUpload upload) {
        uploads.put(upload.id(), upload);
    }
}
