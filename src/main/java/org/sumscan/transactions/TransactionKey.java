package org.sumscan.transactions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.JavaType;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.persistence.HashColumn;

/** A transaction's chain and hash as its row has them. */
@Embeddable
record TransactionKey(
    @Column(name = "chain_id") long chainId,
    @JavaType(HashColumn.class) @Column(name = "hash") Hash32 hash)
    implements Serializable {

  static TransactionKey of(ChainId chain, Hash32 hash) {
    return new TransactionKey(chain.value(), hash);
  }

  ChainId chain() {
    return new ChainId(chainId);
  }
}
