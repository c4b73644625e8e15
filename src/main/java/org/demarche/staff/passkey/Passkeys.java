package org.demarche.staff.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Text;
import org.demarche.common.Token;
import org.jboss.logging.Logger;

/** Takes passkeys into use and knows them again; their owner unlocks them by finger, face or number each time. */
@ApplicationScoped
public class Passkeys {

    /**
     * A question to the browser.
     *
     * @param options as JSON, {@code {"publicKey":…}}
     * @param token by which the answer names its question
     */
    public record Asked(String options, Token token) {}

    /**
     * One passkey, as its owner sees it.
     *
     * @param id by which it is taken off, in hex; opens nothing
     * @param usedAt null before the first use
     */
    public record Device(String id, String label, Instant madeAt, Instant usedAt) {}

    /** @param right false where a passkey of this member was named, and the answer was not good */
    public record Shown(UUID staff, boolean right) {}

    private static final Logger LOG = Logger.getLogger(Passkeys.class);
    private static final int LABEL_MAX = 60;

    private final RelyingParty desk;
    private final Clock clock;

    Passkeys(DeskAddress address, Clock clock) {
        this.desk = address.relyingParty(new Keyring());
        this.clock = clock;
    }

    @Transactional
    public boolean has(UUID staff) {
        return Passkey.count("staffId", staff) > 0;
    }

    @Transactional
    public List<Device> of(UUID staff) {
        return Passkey.of(staff).stream()
                .map(key -> new Device(HexFormat.of().formatHex(key.credentialId), key.label, key.madeAt, key.usedAt))
                .toList();
    }

    /** Asks the browser to make a passkey for this member, on a device that has none of theirs yet. */
    @Transactional
    public Asked toAdd(UUID staff, String name) {
        // By this name the library finds the passkeys they have already; the device shows the real one.
        var user = UserIdentity.builder()
                .name(staff.toString())
                .displayName(name)
                .id(Passkey.handle(staff))
                .build();
        var options = desk.startRegistration(StartRegistrationOptions.builder()
                .user(user)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build());
        var shown =
                options.toBuilder().user(user.toBuilder().name(name).build()).build();
        try {
            return new Asked(shown.toCredentialsCreateJson(), Question.ask(staff, options.toJson(), clock.instant()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes a passkey into use. @throws BadInput where the answer is none to a question of this member */
    @Transactional
    public void add(UUID staff, Token question, String answer, String label) {
        var name = label(label);
        var asked = Question.answered(question, staff, clock.instant())
                .orElseThrow(() -> new BadInput("passkey", "That took too long. Please begin again."));
        try {
            var result = desk.finishRegistration(FinishRegistrationOptions.builder()
                    .request(PublicKeyCredentialCreationOptions.fromJson(asked))
                    .response(made(answer))
                    .build());
            var key = new Passkey();
            key.credentialId = result.getKeyId().getId().getBytes();
            key.staffId = staff;
            key.publicKey = result.getPublicKeyCose().getBytes();
            key.signatureCount = result.getSignatureCount();
            key.label = name;
            key.madeAt = clock.instant();
            key.persistAndFlush();
        } catch (RegistrationFailedException | IOException refused) {
            LOG.debug("a passkey was not taken", refused);
            throw new BadInput("passkey", "This passkey could not be taken into use. Please try again.");
        }
    }

    /** @throws BadInput where this is no name for a device */
    public static String label(String typed) {
        var name = Text.line(typed == null ? "" : typed);
        if (name.isEmpty() || Text.length(name) > LABEL_MAX || Text.hasControls(typed)) {
            throw new BadInput("label", "Give the passkey a name, such as the device's, in up to 60 characters.");
        }
        return name;
    }

    private static PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> made(
            String answer) throws IOException {
        var read = PublicKeyCredential.parseRegistrationResponseJson(answer);
        if (read == null) {
            throw new IOException("null is no passkey");
        }
        return read;
    }

    /** Asks whoever sits there to show a passkey; it says itself whose it is, so the question is the same for everybody. */
    @Transactional
    public Asked toEnter() {
        return askToShow(null);
    }

    /** Asks this member, who is at the desk already, to show one of theirs. */
    @Transactional
    public Asked toShow(UUID staff) {
        return askToShow(staff);
    }

    private Asked askToShow(UUID staff) {
        var request = desk.startAssertion(StartAssertionOptions.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build());
        try {
            return new Asked(request.toCredentialsGetJson(), Question.ask(staff, request.toJson(), clock.instant()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whose passkey answered; empty where none of ours did, or to no question of ours. */
    @Transactional
    public Optional<Shown> enter(Token question, String answer) {
        return shown(question, null, answer);
    }

    /** Whether a passkey of this member answered a question to them. */
    @Transactional
    public boolean shows(UUID staff, Token question, String answer) {
        return shown(question, staff, answer)
                .filter(shown -> shown.right() && shown.staff().equals(staff))
                .isPresent();
    }

    private Optional<Shown> shown(Token question, UUID staff, String answer) {
        var now = clock.instant();
        var asked = Question.answered(question, staff, now);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Passkey> key = Optional.empty();
        try {
            var shown = PublicKeyCredential.parseAssertionResponseJson(answer);
            key = shown == null ? Optional.empty() : Passkey.byId(shown.getId());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            var result = desk.finishAssertion(FinishAssertionOptions.builder()
                    .request(AssertionRequest.fromJson(asked.get()))
                    .response(shown)
                    .build());
            var right =
                    result.isSuccess() && result.isUserVerified() && key.get().use(result.getSignatureCount(), now);
            return Optional.of(new Shown(key.get().staffId, right));
        } catch (AssertionFailedException | IOException refused) {
            LOG.debug("a passkey did not open", refused);
            return key.map(named -> new Shown(named.staffId, false));
        }
    }

    /** Takes a passkey off; false where it is none of this member's. */
    @Transactional
    public boolean remove(UUID staff, String id) {
        return id.matches("([0-9a-f]{2})+")
                && Passkey.delete(
                                "credentialId = ?1 and staffId = ?2",
                                HexFormat.of().parseHex(id),
                                staff)
                        == 1;
    }

    @Transactional
    public void removeAll(UUID staff) {
        Passkey.delete("staffId", staff);
    }
}
