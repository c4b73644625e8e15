package org.demarche.staff;

/** What somebody showed to be let in. */
enum Proof {
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSKEY;

    /** As the trail and the account page say it. */
    String words() {
        return switch (this) {
            case PASSWORD -> "password";
            case PASSWORD_AND_CODE -> "password and code";
            case PASSKEY -> "passkey";
        };
    }
}
