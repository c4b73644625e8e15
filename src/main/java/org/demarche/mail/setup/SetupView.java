package org.demarche.mail.setup;

import java.util.List;
import org.demarche.common.page.DeskPage;

/**
 * How mail is set up, without any password.
 *
 * @param relay whether one is set
 * @param bounces whether a bounce mailbox is read
 * @param signs whether mails are signed here
 * @param looked whether the DNS was asked
 */
public record SetupView(
        DeskPage page,
        String from,
        boolean relay,
        boolean bounces,
        boolean signs,
        boolean local,
        boolean looked,
        List<MailRecords.Line> lines) {}
