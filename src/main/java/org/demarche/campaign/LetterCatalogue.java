package org.demarche.campaign;

import java.util.List;
import java.util.OptionalInt;
import org.demarche.common.Language;

/** What a campaign needs to know of letters, which live above it: that one exists, and in which languages. */
public interface LetterCatalogue {

    /** The newest version of a letter; empty where there is no such letter. */
    OptionalInt newestVersion(String key);

    /** All letters there are. */
    List<String> keys();

    List<Language> languages(String key, int version);

    /** Those of its languages that lack nothing which the others have. */
    List<Language> complete(String key, int version);
}
