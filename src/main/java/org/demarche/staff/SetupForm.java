package org.demarche.staff;

import java.util.ArrayList;
import java.util.List;
import org.demarche.common.Actor;
import org.demarche.common.BadInput;
import org.demarche.common.EmailAddress;
import org.demarche.common.Problem;
import org.demarche.common.Text;
import org.demarche.staff.password.PasswordRule;
import org.jboss.resteasy.reactive.RestForm;

/** What a new member of staff says of themselves. */
public record SetupForm(
        @RestForm String name,
        @RestForm String email,
        @RestForm String password) {

    private static final int NAME_MAX = 120;

    /** The form with nothing in it yet. */
    static final SetupForm EMPTY = new SetupForm("", "", "");

    /** The form as read, where nothing stands against it. */
    record Account(String name, EmailAddress email, String password) {}

    Account account(StaffRegister register) {
        var problems = new ArrayList<Problem>();
        var cleanName = Text.line(name);
        if (cleanName.isEmpty() || Text.length(cleanName) > NAME_MAX || Text.hasControls(name)) {
            problems.add(new Problem("name", "Give the name colleagues know you by, at most 120 characters."));
        } else if (cleanName.contains(Actor.BY_SCRIPT)) {
            problems.add(new Problem("name", "Leave out the stroke with blanks around it: scripts are named so."));
        } else if (cleanName.equalsIgnoreCase(StaffMember.SYSTEM) || register.isNameTaken(cleanName)) {
            problems.add(new Problem("name", "This name is taken. Add your family name, or a second initial."));
        }
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            problems.add(new Problem("email", "Give your e-mail address, such as kim@example.org."));
        } else if (register.byEmail(address.get()).isPresent()) {
            problems.add(new Problem("email", "There is an account with this address already."));
        }
        var known = new ArrayList<>(List.of(cleanName));
        address.ifPresent(a -> known.addAll(List.of(a.value(), a.localPart())));
        PasswordRule.objection(password == null ? "" : password, known)
                .ifPresent(objection -> problems.add(new Problem("password", objection)));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Account(cleanName, address.orElseThrow(), password);
    }

    /** What may be shown again: all but the password. */
    SetupForm shown() {
        return new SetupForm(name == null ? "" : name, email == null ? "" : email, "");
    }
}
