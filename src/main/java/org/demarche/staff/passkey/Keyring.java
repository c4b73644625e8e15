package org.demarche.staff.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Our passkeys as the library asks for them; a member's user name to it is their id. */
final class Keyring implements CredentialRepository {

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Passkey.of(UUID.fromString(username)).stream()
                .map(key -> PublicKeyCredentialDescriptor.builder()
                        .id(new ByteArray(key.credentialId))
                        .build())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Optional.of(Passkey.handle(UUID.fromString(username)));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return Passkey.staff(handle).map(UUID::toString);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray handle) {
        return Passkey.byId(credentialId)
                .filter(key -> Passkey.handle(key.staffId).equals(handle))
                .map(Passkey::registered);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return Passkey.byId(credentialId).stream().map(Passkey::registered).collect(Collectors.toSet());
    }
}
