package org.demarche.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The public page in {@code templates/delivery}; render it with {@code setLocale(view.page().locale())}. */
@CheckedTemplate(basePath = "delivery")
public final class DeliveryTemplates {

    private DeliveryTemplates() {}

    public static native TemplateInstance deliveries(DeliveriesView view);
}
