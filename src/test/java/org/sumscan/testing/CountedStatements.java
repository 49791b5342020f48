package org.sumscan.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.context.request.RequestContextHolder;

/** Writes down each SQL statement that is run while a web request is answered. */
final class CountedStatements implements BeanPostProcessor {

  private final List<String> run = new CopyOnWriteArrayList<>();

  /** Those so far, which are then forgotten. */
  List<String> take() {
    List<String> taken = List.copyOf(run);
    run.clear();
    return taken;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource ? watched(DataSource.class, bean, "") : bean;
  }

  private <T> T watched(Class<T> type, Object target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer(target, method, arguments, sql)));
  }

  private @Nullable Object answer(
      Object target, Method method, Object @Nullable [] arguments, String sql) throws Throwable {
    boolean named = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
    String text = named ? String.valueOf(arguments[0]) : sql;
    if (target instanceof Statement && method.getName().startsWith("execute")) note(text);
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    boolean made = answer instanceof Connection || answer instanceof Statement;
    return made && method.getReturnType().isInterface()
        ? watched(method.getReturnType(), answer, text)
        : answer;
  }

  private void note(String sql) {
    if (RequestContextHolder.getRequestAttributes() != null) run.add(sql);
  }
}
