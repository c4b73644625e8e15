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
     * @param awaitingApprovals deliveries, bundles and openings that wait for a second person
     */
    public record Campaign(
            String slug, String title, String state, long count, long goal, long held, long awaitingApprovals) {}

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
