package org.demarche.mail.returned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.demarche.privacy.HoldsPersonalData;

/** What came back for mails written to, or on behalf of, the person behind a signature. */
@ApplicationScoped
class ReturnedPersons implements HoldsPersonalData {

    @Override
    @Transactional
    public Map<String, Object> export(UUID signature) {
        return Map.of(
                "returned",
                Returned.of(signature).stream()
                        .map(row -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("kind", row.kind);
                            fields.put("receivedAt", row.receivedAt);
                            return fields;
                        })
                        .toList());
    }

    @Override
    @Transactional
    public void erase(UUID signature) {
        for (var row : Returned.of(signature)) {
            row.sealedContent = null;
            row.person = null;
        }
    }
}
