package org.demarche.common.database;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.boot.registry.selector.SimpleStrategyRegistrationImpl;
import org.hibernate.boot.registry.selector.StrategyRegistration;
import org.hibernate.boot.registry.selector.StrategyRegistrationProvider;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * Resolves the dialect named {@code either} at start, by the JDBC URL in force. The versions are pinned because a
 * dialect asked for by name falls to its oldest supported version, where {@code skip locked} is missing on H2.
 */
public final class EitherDialect implements StrategyRegistrationProvider {

    @Override
    public Iterable<StrategyRegistration<?>> getStrategyRegistrations() {
        var url = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .orElse("");
        Class<? extends Dialect> dialect = EitherDriver.isH2(url) ? H2.class : PostgreSql.class;
        return List.of(new SimpleStrategyRegistrationImpl<>(Dialect.class, dialect, "either"));
    }

    /** H2 as packaged with this release. */
    public static final class H2 extends H2Dialect {
        public H2() {
            super(DatabaseVersion.make(2, 4, 240));
        }

        public H2(DialectResolutionInfo info) {
            this();
        }
    }

    /** The oldest PostgreSQL we run on. */
    public static final class PostgreSql extends PostgreSQLDialect {
        public PostgreSql() {
            super(DatabaseVersion.make(15));
        }

        public PostgreSql(DialectResolutionInfo info) {
            this();
        }
    }
}
