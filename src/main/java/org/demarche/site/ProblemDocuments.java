package org.demarche.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.database.DatabaseDown;
import org.jboss.logging.Logger;

/** Reads an exception that is not ours: what it means to the caller, and what the log has to know. */
final class ProblemDocuments {

    /** Long enough for a database to come back after a short fall, short enough that nobody gives up. */
    static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private ProblemDocuments() {}

    static ProblemDocument of(Throwable e) {
        if (e instanceof WebApplicationException chosen
                && isExpected(chosen.getResponse().getStatus())) {
            return e.getCause() instanceof JsonProcessingException broken
                    ? unreadable(broken)
                    : ofStatus(chosen.getResponse().getStatus());
        }
        if (e instanceof StreamReadException
                || e instanceof StreamConstraintsException
                || e instanceof MismatchedInputException
                || e instanceof ValueInstantiationException) {
            return unreadable((JsonProcessingException) e);
        }
        if (e instanceof AuthenticationFailedException) {
            return ofStatus(401);
        }
        if (isHangUp(e)) {
            // Nobody reads the answer; a thousand who hang up must not fill the log.
            return ofStatus(400);
        }
        if (DatabaseDown.isBehind(e)) {
            LOG.warnf("Database not available: %s", Trace.of(e));
            return ofStatus(503);
        }
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.errorf("Error %s: %s", reference, Trace.of(e));
        return ProblemDocument.of(500, "This is our fault, and it is written down.")
                .referring(reference);
    }

    /** Whether the other side closed the connection before its request was read. */
    private static boolean isHangUp(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpected(int status) {
        return status < 500 || status == 501 || status == 503;
    }

    static ProblemDocument ofStatus(int status) {
        return ProblemDocument.of(
                status,
                switch (status) {
                    case 401 -> "This call needs a staff token or a desk session.";
                    case 403 -> "This was refused, because it did not come from one of our own pages.";
                    case 404 -> "There is nothing under this address.";
                    case 405 -> "This address is there, and takes no such request.";
                    case 406 -> "This address has nothing in the form asked for.";
                    case 413 -> "What was sent is larger than this address takes.";
                    case 415 -> "This address does not read that content type.";
                    case 501 -> "This part is not built yet.";
                    case 503 -> "A part that is needed does not answer. Please try again in a moment.";
                    default -> "The request cannot be read.";
                });
    }

    /** Says where in the document, never what stood there. */
    private static ProblemDocument unreadable(JsonProcessingException broken) {
        var problem = ProblemDocument.of(400, "The JSON cannot be read.");
        if (broken.getCause() instanceof BadInput ours) {
            return problem.with(ours.problems());
        }
        if (!(broken instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return problem;
        }
        var field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return problem.with(List.of(new Problem(field, "this value is not of the kind expected here")));
    }
}
