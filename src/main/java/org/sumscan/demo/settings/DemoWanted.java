package org.sumscan.demo.settings;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where the demo is not turned off and no chain is configured in its place. */
public final class DemoWanted implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    return environment.getProperty("sumscan.demo.enabled", Boolean.class, true)
        && !Binder.get(environment)
            .bind("sumscan.chains[0].rpc-urls", Bindable.listOf(String.class))
            .isBound();
  }
}
