package org.hashwise.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Files of companies in memory, under ids that nobody can guess, until they were not used for an hour or others need the room. No
 * file is written to disk beyond the time that a workbook is read. Thread-safe.
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

    void keep(String id, ScreeningUpload upload) {
        uploads.put(id, upload);
    }
}
