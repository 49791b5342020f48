package org.sumscan.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.JavaType;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/** A model's identity as its row has it. */
@Embeddable
public record ModelKey(
    @Column(name = "chain_id") long chainId,
    @JavaType(AddressColumn.class) @Column(name = "address") Address address)
    implements Serializable {

  /** The key of that model. */
  public static ModelKey of(ModelId id) {
    return new ModelKey(id.chain().value(), id.address());
  }

  /** The model of this key. */
  public ModelId id() {
    return new ModelId(new ChainId(chainId), address);
  }
}
