package org.demarche.bundle.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;

/** Prints the volumes of one kind of content. */
interface VolumeWriter {

    BundleContent content();

    /**
     * Writes the lines of the frozen list from place {@code from} to before {@code to}.
     *
     * @param done told the place up to which the work is done
     */
    Printed write(Bundle bundle, int n, long from, long to, OutputStream out, LongConsumer done) throws IOException;
}
