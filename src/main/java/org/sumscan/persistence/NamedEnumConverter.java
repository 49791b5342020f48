package org.sumscan.persistence;

import jakarta.persistence.AttributeConverter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores an enumeration by names of its own, such as {@code not applicable}, instead of the names
 * of its constants.
 */
public abstract class NamedEnumConverter<E extends Enum<E>>
    implements AttributeConverter<E, String> {

  private final Function<E, String> name;
  private final Map<String, E> byName;

  /**
   * For a subclass that names its enumeration.
   *
   * @param name the stored name of a constant, a different one for each
   */
  protected NamedEnumConverter(Class<E> type, Function<E, String> name) {
    this.name = name;
    this.byName =
        Stream.of(type.getEnumConstants()).collect(Collectors.toMap(name, value -> value));
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable E value) {
    return value == null ? null : name.apply(value);
  }

  /**
   * @throws IllegalArgumentException if no constant has that name
   */
  @Override
  public @Nullable E convertToEntityAttribute(@Nullable String stored) {
    if (stored == null) return null;
    E value = byName.get(stored);
    if (value == null) throw new IllegalArgumentException("no constant is named " + stored);
    return value;
  }
}
