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

    private static int write(Path root, Path folder, ZipOutputStream zip) throws IOException {
        List<Path> found;
        try (var files = Files.walk(folder)) {
            found = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (var file : found) {
            zip.putNextEntry(
                    new ZipEntry(FILES + root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        return found.size();
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
