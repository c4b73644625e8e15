package org.demarche.site.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps every line of the log with its stack traces, as a file would. */
final class Recorder extends Handler {

    private final StringBuffer text = new StringBuffer();

    @Override
    public void publish(LogRecord line) {
        text.append(line instanceof ExtLogRecord full ? full.getFormattedMessage() : line.getMessage())
                .append('\n');
        if (line.getThrown() != null) {
            var trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
    }

    String text() {
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
