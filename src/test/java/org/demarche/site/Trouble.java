package org.demarche.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.Slug;
import org.hibernate.exception.JDBCConnectionException;

/** Every kind of trouble there is. */
@Path("/api/v1/trouble")
public class Trouble {

    public record Inner(@NotBlank @Size(max = 5) String word) {}

    public record Body(@Valid Inner inner, int number, Slug slug) {}

    @GET
    @Path("{kind}")
    public String meet(@PathParam("kind") String kind) throws Exception {
        throw switch (kind) {
            case "bad-input" -> new BadInput(List.of(new Problem("email", "not an address"), new Problem("name", "?")));
            case "unknown" -> Refusal.unknown("No such campaign.");
            case "wrong-state" -> Refusal.wrongState("The campaign is closed.");
            case "forbidden" -> Refusal.forbidden("You cannot: you asked.");
            case "unavailable" -> Refusal.unavailable("The mail server is down.");
            case "not-built" -> new WebApplicationException(501);
            case "too-many" -> new WebApplicationException(429);
            case "connection" -> new SQLTransientConnectionException("secret host");
            case "hibernate" ->
                new RuntimeException(new JDBCConnectionException("secret host", new SQLException("x", "08006")));
            case "pool" -> new RuntimeException(new SQLException("Sorry, acquisition timeout!"));
            case "constraint" -> new RuntimeException(new SQLException("kim@example.org", "23505"));
            default -> new IllegalStateException("kim@example.org");
        };
    }

    @POST
    @Consumes("application/json")
    @Produces("application/json")
    public Body read(@Valid Body body) {
        return body;
    }
}
