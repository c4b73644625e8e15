package org.demarche.common.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.demarche.common.Language;

/** Messages for Java code: what templates reach as {@code {bundle:key}}. */
public final class Wording {

    private Wording() {}

    /** A message bundle in one language, such as {@code Wording.of(SignProblems.class, language).nameRequired()}. */
    public static <T> T of(Class<T> bundle, Language language) {
        return language == Language.EN
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }
}
