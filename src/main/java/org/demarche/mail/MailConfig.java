package org.demarche.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How mail leaves, and how much of it. Without a relay nothing leaves. */
@ConfigMapping(prefix = "demarche")
public interface MailConfig {

    /** {@code smtp://user:password@host:port} or {@code smtps://…}; unset keeps every mail in the local mailbox. */
    Optional<String> smtpUrl();

    /** Where failures are reported: {@code imap://user:password@host:port/Folder} or {@code imaps://…}; unset reads none. */
    Optional<String> imapUrl();

    /** The mailbox that {@link #imapUrl} reads; unset for {@link #mailFrom}. */
    Optional<String> bounceAddress();

    /**
     * Whether each mail gets a return address of its own, {@code name+mark@domain}, where a bounce mailbox is set. Off
     * for mail servers that know no such addresses; bounces are then told apart by what they quote.
     */
    @WithDefault("true")
    boolean verp();

    /** Between two looks into the bounce mailbox, where its server does not call by itself. */
    @WithDefault("3m")
    Duration imapPoll();

    /** The address in {@code From}, and the envelope's sender unless a bounce mailbox is set. */
    @WithDefault("letters@localhost")
    String mailFrom();

    /** Where answers go instead of {@link #mailFrom}, unless a mail says otherwise; unset for no such header. */
    Optional<String> mailReplyTo();

    @WithDefault("Life Funds for North Korean Refugees")
    String organisationName();

    /** Whether mails are signed here, once, when they are queued (RFC 6376); off where the relay signs. */
    @WithDefault("false")
    boolean dkim();

    /** Where the public key stands in the DNS: {@code selector._domainkey.domain}. */
    @WithDefault("demarche")
    String dkimSelector();

    /** An RSA key, PKCS #8 in PEM; unset for one made at first use in the {@code keys} folder. */
    Optional<Path> dkimKey();

    /** The name server that the set-up page asks, as in {@code dns://192.0.2.1}; unset for this machine's own. */
    Optional<String> dnsServer();

    /** Connections to the relay that this process keeps open; relays often allow few. */
    @WithDefault("4")
    int mailConnections();

    /** Most letters to one mission's mailbox in any hour. */
    @WithDefault("20")
    int missionPerHour();

    /** No letter to a mission in these hours of its own time, such as {@code 20:00-08:00}; {@code off} for none. */
    @WithDefault("20:00-08:00")
    String quietHours();

    /** Whether the local mailbox may be read on this very machine without signing in, as long as nothing leaves it. */
    @WithDefault("true")
    boolean mailboxOpen();

    /** The longest one message may take; the connection is cut then. Shorter than the lease. */
    @WithDefault("60s")
    Duration mailDeadline();

    /** How long a claimed mail belongs to its process; after that another one takes it over. */
    @WithDefault("120s")
    Duration mailLease();

    /** How far this machine's clock may be from the database's before nothing is sent here. */
    @WithDefault("5s")
    Duration mailClockSkew();

    /** Between two tries to reach a relay that is down. */
    @WithDefault("10s")
    Duration mailRelayPause();
}
