package org.sumscan.persistence;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;

/** An address as a column of 20 bytes. */
public final class AddressColumn extends AbstractClassJavaType<Address> {

  /** For Hibernate, which makes one for each column. */
  public AddressColumn() {
    super(Address.class);
  }

  @Override
  public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
    return VarbinaryJdbcType.INSTANCE;
  }

  @Override
  public <X> @Nullable X unwrap(@Nullable Address value, Class<X> type, WrapperOptions options) {
    if (value == null) return null;
    if (type.isAssignableFrom(byte[].class)) return type.cast(value.bytes());
    throw unknownUnwrap(type);
  }

  @Override
  public <X> @Nullable Address wrap(@Nullable X value, WrapperOptions options) {
    return switch (value) {
      case null -> null;
      case Address address -> address;
      case byte[] bytes -> Address.of(bytes);
      default -> throw unknownWrap(value.getClass());
    };
  }
}
