package org.sumscan.operations.embedded;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Which parts the settings leave to us. */
final class Unconfigured {

  private static final String OTHERS_CHAIN = "sumscan.demo.chain-url";

  private Unconfigured() {}

  /** No database is named. */
  static final class Database implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isDatabase(context.getEnvironment());
    }
  }

  /** No chain is named, and the demo is not turned off. */
  static final class Chain implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return isDemo(environment) && !isSet(environment, OTHERS_CHAIN);
    }
  }

  /** The same, where someone else runs a chain for the demo. */
  static final class ChainThatOthersRun implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return isDemo(environment) && isSet(environment, OTHERS_CHAIN);
    }
  }

  static boolean isDatabase(Environment environment) {
    return !isSet(environment, "spring.datasource.url");
  }

  private static boolean isDemo(Environment environment) {
    return environment.getProperty("sumscan.demo.enabled", Boolean.class, true)
        && !Binder.get(environment)
            .bind("sumscan.chains[0].rpc-urls", Bindable.listOf(String.class))
            .isBound();
  }

  /** One of them. */
  static final class AnyPart extends AnyNestedCondition {

    AnyPart() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @Conditional(Database.class)
    static final class DatabaseIsOurs {}

    @Conditional(Chain.class)
    static final class ChainIsOurs {}
  }

  private static boolean isSet(Environment environment, String name) {
    String value = environment.getProperty(name);
    return value != null && !value.isBlank();
  }
}
