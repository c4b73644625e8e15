package org.demarche.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How letters are printed. */
@ConfigMapping(prefix = "demarche.letter")
public interface LetterConfig {

    /** The paper of letters that the organisation hands over: A4 or LETTER. */
    @WithDefault("A4")
    Layout.Paper paper();
}
