package org.demarche.signing.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;

/** Checks a receipt that somebody brings, step by step as docs/verify-receipt.md describes it. */
@ApplicationScoped
public class ReceiptCheck {

    /** How far the check came. */
    public enum Result {
        /** This is not a receipt of ours, or not a whole one. */
        UNREADABLE,
        /** Entry and salt do not make the leaf. */
        WRONG_LEAF,
        /** The path does not lead from the leaf to the root. */
        WRONG_PATH,
        /** We never published this root. */
        UNKNOWN_ROOT,
        GENUINE
    }

    /** @param entry what the leaf says; null unless it is genuine */
    public record Answer(Result result, Entry entry, long leafIndex, long size) {

        static Answer of(Result result) {
            return new Answer(result, null, 0, 0);
        }
    }

    /** What the log records of one signature. */
    public record Entry(String campaign, String confirmedAt, String country, int letterVersion) {}

    private record Pasted(
            Long leafIndex, String leaf, String salt, String entry, List<String> proof, Long size, String root) {

        boolean whole() {
            return leafIndex != null
                    && size != null
                    && entry != null
                    && proof != null
                    && proof.size() <= PATH_MAX
                    && isHash(leaf)
                    && isHash(salt)
                    && isHash(root)
                    && proof.stream().allMatch(Pasted::isHash);
        }

        private static boolean isHash(String hex) {
            return hex != null && hex.matches("[0-9a-f]{64}");
        }
    }

    private static final int LENGTH_MAX = 20_000;

    /** A tree of all that a long can count. */
    private static final int PATH_MAX = 64;

    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Ledger ledger;

    ReceiptCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param receipt the JSON of a receipt, as downloaded */
    public Answer of(String receipt) {
        var pasted = read(receipt, Pasted.class).filter(Pasted::whole);
        var entry = pasted.flatMap(p -> read(p.entry(), Entry.class)).filter(e -> e.campaign() != null);
        if (entry.isEmpty()) {
            return Answer.of(Result.UNREADABLE);
        }
        var p = pasted.get();
        var leaf = MerkleTree.leafHash(p.entry(), HEX.parseHex(p.salt()));
        if (!HEX.formatHex(leaf).equals(p.leaf())) {
            return Answer.of(Result.WRONG_LEAF);
        }
        var path = p.proof().stream().map(HEX::parseHex).toList();
        var root = MerkleTree.climb(leaf, p.leafIndex(), p.size(), path);
        if (root.filter(r -> HEX.formatHex(r).equals(p.root())).isEmpty()) {
            return Answer.of(Result.WRONG_PATH);
        }
        boolean ours = Campaign.bySlug(entry.get().campaign())
                .filter(campaign -> campaign.state != CampaignState.DRAFT)
                .filter(campaign -> ledger.published(campaign.id, p.size(), p.root()))
                .isPresent();
        return ours ? new Answer(Result.GENUINE, entry.get(), p.leafIndex(), p.size()) : Answer.of(Result.UNKNOWN_ROOT);
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        if (json == null || json.isBlank() || json.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, type));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
