package org.demarche.common.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** Hands each JDBC URL to the driver it is for, so that one package runs on H2 and on PostgreSQL. */
public final class EitherDriver implements Driver {

    static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    private static Driver driverFor(String url) {
        return isH2(url) ? new org.h2.Driver() : new org.postgresql.Driver();
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url) ? driverFor(url).connect(url, info) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return isH2(url) || url.startsWith("jdbc:postgresql:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driverFor(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.demarche.common.database");
    }
}
