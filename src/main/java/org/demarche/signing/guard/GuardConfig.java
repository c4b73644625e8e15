package org.demarche.signing.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much comes from one place before it is looked at by a person. */
@ConfigMapping(prefix = "demarche")
public interface GuardConfig {

    /** {@code on}; {@code strict} asks everybody for a proof of work; {@code off} lets everything pass, for load tests. */
    @WithDefault("on")
    String guard();

    /** Addresses or networks, such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed. */
    Optional<List<String>> trustedProxies();

    /** Signatures a minute from one network before a proof of work is asked for: a family, a classroom table. */
    @WithDefault("10")
    int guardBurst();

    /** Signatures an hour from one network before they are held: an office, a phone company's gateway. */
    @WithDefault("120")
    int guardSustained();

    /** Signatures an hour from one mail domain before they are held; the largest providers have thirty times that. */
    @WithDefault("100")
    int guardDomain();

    /** Signatures an hour at one booth. */
    @WithDefault("600")
    int guardBooth();

    /** Nobody reads a letter and fills in a form faster. */
    @WithDefault("4s")
    Duration guardFill();

    /** Signatures a minute, on all nodes, above which everybody is asked for a proof of work. */
    @WithDefault("300")
    int guardPressure();

    /** Hashes a proof takes at most; on average half of it. A phone does some hundred thousand a second. */
    @WithDefault("100000")
    int guardWork();

    /** {@code h2} has one process; {@code postgresql} may have many. */
    @WithDefault("h2")
    String database();

    default boolean hasOtherNodes() {
        return "postgresql".equals(database());
    }

    default boolean on() {
        return !"off".equals(guard());
    }

    default boolean strict() {
        return "strict".equals(guard());
    }
}
