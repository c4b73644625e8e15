package org.demarche.bundle.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps files under names such as {@code <bundle>/volume-01.pdf}, each whole or not at all. */
public interface Store {

    /** Takes a finished file over; what stood under the name is replaced. */
    void put(String name, Path draft) throws IOException;

    /** @throws FileNotFoundException where there is no such file */
    InputStream open(String name) throws IOException;

    /** Removes all files of a folder; none is no error. */
    void deleteAll(String folder) throws IOException;
}
