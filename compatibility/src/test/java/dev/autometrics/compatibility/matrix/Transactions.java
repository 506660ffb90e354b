package dev.autometrics.compatibility.matrix;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that fail to commit when told so.
 */
class Transactions extends AbstractPlatformTransactionManager {

	private boolean failing;

	void fail() {
		this.failing = true;
	}

	@Override
	protected Object doGetTransaction() {
		return new Object();
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		if (this.failing) {
			throw new TransactionSystemException("commit failed");
		}
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
	}

}
