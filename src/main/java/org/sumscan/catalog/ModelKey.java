package org.sumscan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.JavaType;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/** A model's identity as its row has it. */
@Embeddable
record ModelKey(
    @Column(name = "chain_id") long chainId,
    @JavaType(AddressColumn.class) @Column(name = "address") Address address)
    implements Serializable {

  static ModelKey of(ModelId id) {
    return new ModelKey(id.chain().value(), id.address());
  }

  ModelId id() {
    return new ModelId(new ChainId(chainId), address);
  }
}
