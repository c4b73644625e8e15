package org.demarche.staff.overview;

import java.util.List;
import org.demarche.common.page.DeskPage;
import org.demarche.staff.Role;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** How everything stands. */
public record OverviewView(DeskPage page, List<Campaign> campaigns, List<Lever> switches, boolean maySwitch) {

    /** @param on null while it is off */
    public record Lever(OffSwitch which, Switches.On on) {}

    /**
     * One campaign's row.
     *
     * @param state as a word: draft, scheduled, open, closed, delivered, archived
     * @param count confirmed signatures
     * @param held signatures that wait for a moderator
     * @param waiting for a second person, by kind
     */
    public record Campaign(
            String slug, String title, String state, long count, long goal, long held, List<Waiting> waiting) {

        public long awaitingApprovals() {
            return waiting.stream().mapToLong(Waiting::n).sum();
        }
    }

    /** Requests of one kind: {@code delivery}, {@code bundle} or {@code export}, and the page where they are decided. */
    public record Waiting(long n, String kind, String href) {

        public String words() {
            return n + " " + (n == 1 ? kind : kind.equals("delivery") ? "deliveries" : kind + "s");
        }
    }

    /** Whether whoever looks may open the page where this is decided. */
    public boolean decides(Waiting waiting) {
        return switch (waiting.kind()) {
            case "delivery" -> page.opens("deliveries");
            case "bundle" -> page.opens("bundles");
            default -> admin() || page.role().contains(Role.EXPORTER.tag());
        };
    }

    public List<Campaign> withHeld() {
        return campaigns.stream().filter(c -> c.held() > 0).toList();
    }

    public List<Campaign> awaiting() {
        return campaigns.stream().filter(c -> c.awaitingApprovals() > 0).toList();
    }

    public long open() {
        return campaigns.stream().filter(c -> c.state().equals("open")).count();
    }

    public long confirmed() {
        return campaigns.stream().mapToLong(Campaign::count).sum();
    }

    public long held() {
        return campaigns.stream().mapToLong(Campaign::held).sum();
    }

    public long approvals() {
        return campaigns.stream().mapToLong(Campaign::awaitingApprovals).sum();
    }

    public boolean admin() {
        return page.role().equals(Role.ADMIN.tag());
    }
}
