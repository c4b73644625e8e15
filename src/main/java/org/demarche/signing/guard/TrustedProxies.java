package org.demarche.signing.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Whose word counts for where a request came from. Only literal addresses: a name would ask the network. */
final class TrustedProxies {

    private record Net(byte[] address, int bits) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Net> nets = new ArrayList<>();

    TrustedProxies(List<String> written) {
        for (var one : written) {
            var parts = one.strip().split("/", 2);
            var address = InetAddress.ofLiteral(parts[0]).getAddress();
            nets.add(new Net(address, parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1])));
        }
    }

    /**
     * Where a request really came from: the nearest address that no trusted proxy bears. What stands further left in
     * {@code X-Forwarded-For} was written by the sender.
     *
     * @param forwarded the header, or null
     */
    byte[] origin(byte[] peer, String forwarded) {
        var at = peer;
        if (forwarded == null || nets.isEmpty()) {
            return at;
        }
        var hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && trusts(at); i--) {
            try {
                at = InetAddress.ofLiteral(hops[i].strip()).getAddress();
            } catch (IllegalArgumentException unreadable) {
                return at;
            }
        }
        return at;
    }

    private boolean trusts(byte[] address) {
        return nets.stream().anyMatch(net -> net.holds(address));
    }
}
