package org.demarche.site.command;

import java.util.List;

/** One thing to do at the terminal. */
interface Command {

    /** Its name and what it wants, in one line. */
    String usage();

    /** Does it and says so on standard output; personal data are never printed. */
    void run(List<String> words) throws Exception;
}
