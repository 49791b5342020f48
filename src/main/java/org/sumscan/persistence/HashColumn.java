package org.sumscan.persistence;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Hash32;

/** A hash as a column of 32 bytes. */
public final class HashColumn extends AbstractClassJavaType<Hash32> {

  /** For Hibernate, which makes one for each column. */
  public HashColumn() {
    super(Hash32.class);
  }

  @Override
  public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
    return VarbinaryJdbcType.INSTANCE;
  }

  @Override
  public <X> @Nullable X unwrap(@Nullable Hash32 value, Class<X> type, WrapperOptions options) {
    if (value == null) return null;
    if (type.isAssignableFrom(byte[].class)) return type.cast(value.bytes());
    throw unknownUnwrap(type);
  }

  @Override
  public <X> @Nullable Hash32 wrap(@Nullable X value, WrapperOptions options) {
    return switch (value) {
      case null -> null;
      case Hash32 hash -> hash;
      case byte[] bytes -> Hash32.of(bytes);
      default -> throw unknownWrap(value.getClass());
    };
  }
}
