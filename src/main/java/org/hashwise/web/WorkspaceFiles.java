package org.hashwise.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.files.PrivateFiles;
import org.hashwise.questionnaire.Answers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The answers of sessions in the data folder, so that they survive a restart: one file of JSON for each session, encrypted
 * with AES-256-GCM. Name and key of the file are derived from the id of the session, which the browser alone keeps:
 * nothing on the server can decrypt it. Files unused for as long as a session lasts are deleted. Thread-safe.
 */
final class WorkspaceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceFiles.class);

    private static final int MOST_FILES = 2_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Answers.class, new AnswersSerializer())
                    .addDeserializer(Answers.class, new AnswersDeserializer()))
            .build();

    private final Path folder;
    private final Duration lasting;
    private Instant swept = Instant.EPOCH;

    /**
     * @param data the data folder
     * @param lasting how long a session lasts without being used
     */
    WorkspaceFiles(Path data, Duration lasting) {
        this.folder = data.resolve("sessions");
        this.lasting = lasting;
    }

    private record Content(String owner, List<QuestionnaireSession> companies) {}

    /** The workspace of the session with this id; empty when there is nothing, or nothing that can be read. */
    Optional<Workspace> read(String session) {
        Path file = file(session);
        try {
            if (!Files.exists(file) || isOld(file)) {
                return Optional.empty();
            }
            Content content = JSON.readValue(decrypted(Files.readAllBytes(file), session), Content.class);
            return content.companies().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Workspace(content.owner(), content.companies()));
        } catch (IOException | GeneralSecurityException | JacksonException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "A stored session cannot be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Keeps what the session with this id has; a failure leaves it in memory alone. */
    void write(String session, Workspace open) {
        try {
            byte[] content = JSON.writeValueAsBytes(new Content(open.owner(), open.all()));
            if (open.all().isEmpty() || content.length > MOST_BYTES) {
                delete(session);
                return;
            }
            Path fresh = PrivateFiles.createTemporary(folder, ".session");
            try {
                Files.write(fresh, encrypted(content, session));
                Files.move(fresh, file(session), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            sweep();
        } catch (IOException | GeneralSecurityException failure) {
            LOG.warn("A session is not stored: {}", failure.getClass().getSimpleName());
        }
    }

    void delete(String session) {
        try {
            Files.deleteIfExists(file(session));
        } catch (IOException failure) {
            LOG.warn("A stored session is not deleted: {}", failure.getClass().getSimpleName());
        }
    }

    private Path file(String session) {
        return folder.resolve(Tokens.hash("file " + session));
    }

    private boolean isOld(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(lasting));
    }

    // Removes what is old, and of the rest what was unused longest when there are too many.
    private synchronized void sweep() throws IOException {
        if (swept.plus(BETWEEN_SWEEPS).isAfter(Instant.now())) {
            return;
        }
        swept = Instant.now();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted(Comparator.comparing(WorkspaceFiles::used).reversed())
                    .toList();
        }
        for (int position = 0; position < files.size(); position++) {
            Path file = files.get(position);
            if (position >= MOST_FILES || (Files.exists(file) && isOld(file))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] encrypted(byte[] content, String session) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, session).doFinal(content);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] decrypted(byte[] stored, String session) throws GeneralSecurityException {
        if (stored.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(stored, 0, nonce, 0, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, session).doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, byte[] nonce, String session) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(Tokens.sha256("key " + session), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static final class AnswersSerializer extends ValueSerializer<Answers> {
        @Override
        public void serialize(Answers answers, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(AnswersJson.write(answers));
        }
    }

    private static final class AnswersDeserializer extends ValueDeserializer<Answers> {
        @Override
        public Answers deserialize(JsonParser json, DeserializationContext context) {
            return AnswersJson.read(context.readTree(json));
        }
    }
}
