package org.demarche.mail;

import java.util.List;
import org.demarche.PostgreSql;

/** The same with a PostgreSQL server of its own. */
public class WithRelayOnPostgreSql extends WithRelay {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class), new TestResourceEntry(PostgreSql.class));
    }
}
