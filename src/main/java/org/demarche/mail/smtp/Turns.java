package org.demarche.mail.smtp;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Shares the connections: what somebody waits for goes first, and the rest leaves one connection free for it. */
final class Turns {

    private final int total;
    private final int patientMost;
    private final ReentrantLock lock = new ReentrantLock();
    // One of those who wait is woken at a time: waking all of them for each mail cost more than sending it.
    private final Condition forUrgent = lock.newCondition();
    private final Condition forPatient = lock.newCondition();
    private int taken;
    private int takenByPatient;
    private int urgentWaiting;

    Turns(int total) {
        this.total = total;
        this.patientMost = Math.max(1, total - 1);
    }

    void take(boolean urgent) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (urgent) {
                takeUrgently();
            } else {
                takePatiently();
            }
            taken++;
        } finally {
            lock.unlock();
        }
    }

    void give(boolean urgent) {
        lock.lock();
        try {
            taken--;
            if (!urgent) {
                takenByPatient--;
            }
            wakeOne();
        } finally {
            lock.unlock();
        }
    }

    private void takeUrgently() throws InterruptedException {
        urgentWaiting++;
        try {
            while (taken == total) {
                forUrgent.await();
            }
        } finally {
            urgentWaiting--;
            if (urgentWaiting == 0) {
                forPatient.signalAll();
            }
        }
    }

    private void takePatiently() throws InterruptedException {
        try {
            while (taken == total || takenByPatient == patientMost || urgentWaiting > 0) {
                forPatient.await();
            }
        } catch (InterruptedException stopped) {
            // The waking may have been meant for this one.
            wakeOne();
            throw stopped;
        }
        takenByPatient++;
    }

    private void wakeOne() {
        if (urgentWaiting > 0) {
            forUrgent.signal();
        } else {
            forPatient.signal();
        }
    }
}
