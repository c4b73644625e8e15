package org.demarche.site.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files below the data folder on their way into an archive and out of it. */
final class Folder {

    /** Keys go into an archive of their own; the rest is the database, which is read by its tables, or passing by. */
    private static final Set<String> LEFT_OUT = Set.of("keys", "uploads", "backups");

    private static final String FILES = "files/";

    private Folder() {}

    /** Everything in the data folder but database, keys and what is only passing through. */
    static int writeData(Path dataDir, ZipOutputStream zip) throws IOException {
        int files = 0;
        try (var children = Files.list(dataDir)) {
            for (var child : children.sorted().toList()) {
                if (Files.isDirectory(child)
                        && !LEFT_OUT.contains(child.getFileName().toString())) {
                    files += write(dataDir, child, zip);
                }
            }
        }
        return files;
    }

    static int writeKeys(Path dataDir, ZipOutputStream zip) throws IOException {
        return write(dataDir, dataDir.resolve("keys"), zip);
    }

    /** As if they lay among the other keys: there the house they are brought back to finds them, wherever it keeps its own. */
    static void writeCampaignKeys(Path folder, Path dataDir, ZipOutputStream zip) throws IOException {
        for (var file : filesBelow(folder)) {
            if (!Files.exists(dataDir.resolve("keys").resolve(file.getFileName()))) {
                write("keys/" + file.getFileName(), file, zip);
            }
        }
    }

    private static int write(Path root, Path folder, ZipOutputStream zip) throws IOException {
        var found = filesBelow(folder);
        for (var file : found) {
            write(root.relativize(file).toString().replace('\\', '/'), file, zip);
        }
        return found.size();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(String name, Path file, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(FILES + name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    static boolean isFile(ZipEntry entry) {
        return entry.getName().startsWith(FILES);
    }

    /** Puts one file back; never outside the data folder, and never over one that is there. */
    static void restore(ZipEntry entry, ZipInputStream zip, Path dataDir) throws IOException {
        var root = dataDir.toAbsolutePath().normalize();
        var file = root.resolve(entry.getName().substring(FILES.length())).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("this archive names a file outside the data folder");
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        try {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noSuchThing) {
            // Windows: the folder's own rights stand.
        }
    }
}
