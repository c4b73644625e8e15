package org.demarche.bundle.store;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Files in a folder, which all nodes that make or hand out volumes must share. */
public final class FolderStore implements Store {

    private final Path root;

    public FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(String name, Path draft) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            return new BufferedInputStream(Files.newInputStream(root.resolve(name)));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(name);
        }
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        var below = root.resolve(folder);
        if (!Files.exists(below)) return;
        try (var files = Files.walk(below)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
