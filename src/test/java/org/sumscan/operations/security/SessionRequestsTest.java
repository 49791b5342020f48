package org.sumscan.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.sumscan.signin.AccountSessions;
import org.sumscan.signin.SignedIn;

/** That no controller acts on a session by a request that nobody guards. */
class SessionRequestsTest {

  private static final List<RequestMethod> READING = List.of(RequestMethod.GET, RequestMethod.HEAD);

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sumscan");

  /** The writing requests that a controller's method answers. */
  private static Stream<MockHttpServletRequest> requests(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (mapping == null) return Stream.of();
    return Arrays.stream(mapping.method())
        .filter(verb -> !READING.contains(verb))
        .flatMap(
            verb ->
                Arrays.stream(mapping.path())
                    .map(
                        path ->
                            new MockHttpServletRequest(
                                verb.name(), path.replaceAll("\\{[^}]*}", "1"))));
  }

  private static List<MockHttpServletRequest> requests(Stream<JavaMethod> methods) {
    return methods.map(JavaMethod::reflect).flatMap(SessionRequestsTest::requests).toList();
  }

  private static Stream<JavaMethod> methods() {
    return HOUSE.stream().flatMap(type -> type.getMethods().stream());
  }

  private static void areGuarded(RequestMatcher guard, List<MockHttpServletRequest> requests) {
    assertThat(requests).isNotEmpty();
    for (MockHttpServletRequest request : requests) {
      assertThat(guard.matches(request))
          .as(request.getMethod() + " " + request.getRequestURI())
          .isTrue();
    }
  }

  @Test
  void whatActsForAnAccountNeedsOneAndItsFormToken() {
    areGuarded(
        SessionRequests.FOR_AN_ACCOUNT,
        requests(
            methods()
                .filter(
                    method ->
                        method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(SignedIn.class)))));
  }

  @Test
  void whatBeginsOrEndsASessionIsRefusedFromOtherSites() {
    areGuarded(
        SessionRequests.SAME_SITE_ONLY,
        requests(
            methods()
                .filter(
                    method ->
                        method.getMethodCallsFromSelf().stream()
                            .anyMatch(
                                call ->
                                    call.getTargetOwner().isEquivalentTo(AccountSessions.class)))));
  }
}
