package org.demarche.site.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The files by which a command asks the running house for a backup, in {@code backups} below the data folder. */
public final class BackupRequest {

    public static final String DONE = "done";

    /** How long a running house may take to notice; then there is none. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Where the two archives go. */
    public record Archives(Path data, Path keys) {}

    private final Path request;
    private final Path taken;
    private final Path answer;

    public BackupRequest(Path dataDir) {
        var folder = dataDir.resolve("backups");
        this.request = folder.resolve("request");
        this.taken = folder.resolve("taken");
        this.answer = folder.resolve("answer");
    }

    /** Whether another process holds the H2 file of this data folder open. */
    public static boolean isHouseRunning(Path dataDir) throws IOException {
        var file = dataDir.resolve("demarche.mv.db");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    /**
     * Asks and waits.
     *
     * @return {@link #DONE}, or what went wrong
     */
    public String ask(Archives archives) throws IOException, InterruptedException {
        Files.createDirectories(request.getParent());
        Files.deleteIfExists(answer);
        var draft = request.resolveSibling("request.part");
        Files.writeString(
                draft, archives.data().toAbsolutePath() + "\n" + archives.keys().toAbsolutePath() + "\n");
        Files.move(draft, request, StandardCopyOption.ATOMIC_MOVE);
        for (var waited = Duration.ZERO; Files.exists(request); waited = waited.plus(LOOK_EVERY)) {
            if (waited.compareTo(NOTICED_WITHIN) > 0) {
                Files.deleteIfExists(request);
                return "nobody answered; is the process that holds the database an older release?";
            }
            Thread.sleep(LOOK_EVERY);
        }
        while (!Files.exists(answer)) {
            Thread.sleep(LOOK_EVERY);
        }
        return Files.readString(answer).strip();
    }

    boolean isThere() {
        return Files.exists(request);
    }

    Archives take() throws IOException {
        Files.move(request, taken, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var lines = Files.readAllLines(taken);
        return new Archives(Path.of(lines.get(0)), Path.of(lines.get(1)));
    }

    void answer(String words) throws IOException {
        var draft = answer.resolveSibling("answer.part");
        Files.writeString(draft, words);
        Files.move(draft, answer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
