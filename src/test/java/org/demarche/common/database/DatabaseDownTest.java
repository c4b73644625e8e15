package org.demarche.common.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class DatabaseDownTest {

    @Test
    void aConnectionLostWhileCommittingIsADatabaseThatIsDown() {
        assertThat(DatabaseDown.isBehind(new RuntimeException(new RollbackException("could not commit"))))
                .isTrue();
    }

    @Test
    void aFullDiskIsOneThatIsDownUntilThereIsRoom() {
        assertThat(DatabaseDown.isBehind(new RuntimeException(new SQLException("no space left on device", "53100"))))
                .isTrue();
    }

    @Test
    void aRefusedRowIsNot() {
        var refused = new RollbackException("refused");
        refused.initCause(new SQLException("duplicate", "23505"));
        assertThat(DatabaseDown.isBehind(refused)).isFalse();
        assertThat(DatabaseDown.isBehind(new IllegalStateException("ours"))).isFalse();
    }
}
