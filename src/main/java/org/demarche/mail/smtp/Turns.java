package org.demarche.mail.smtp;

/** Shares the connections: what somebody waits for goes first, and the rest leaves one connection free for it. */
final class Turns {

    private final int total;
    private final int patientMost;
    private int taken;
    private int takenByPatient;
    private int urgentWaiting;

    Turns(int total) {
        this.total = total;
        this.patientMost = Math.max(1, total - 1);
    }

    synchronized void take(boolean urgent) throws InterruptedException {
        if (urgent) {
            urgentWaiting++;
            try {
                while (taken == total) {
                    wait();
                }
            } finally {
                urgentWaiting--;
                notifyAll();
            }
        } else {
            while (taken == total || takenByPatient == patientMost || urgentWaiting > 0) {
                wait();
            }
            takenByPatient++;
        }
        taken++;
    }

    synchronized void give(boolean urgent) {
        taken--;
        if (!urgent) {
            takenByPatient--;
        }
        notifyAll();
    }
}
