package org.sumscan.operations.security;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.sumscan.notes.Operators;
import org.sumscan.signin.AccountAuthorities;
import org.sumscan.signin.AccountSessions;
import org.sumscan.signin.RequestOrigin;
import org.sumscan.signin.SignIn;
import org.sumscan.signin.SignedIn;

@Configuration(proxyBeanMethods = false)
class WebSecurity {

  @Bean
  AuthenticationManager authenticationManager(SignIn signIn) {
    return new ProviderManager(signIn);
  }

  @Bean
  AccountAuthorities operatorsAuthority(Operators operators) {
    return account -> operators.contains(account) ? List.of(SignedIn.OPERATOR) : List.of();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, AccountSessions sessions, RequestOrigin origin) throws Exception {
    SessionRefusals refusals = new SessionRefusals(origin);
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new FormTokens())
                    // Answers are not compressed, so a token needs no mask.
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(SessionRequests.WITH_FORM_TOKEN))
        .addFilterBefore(new CrossSiteFilter(origin, refusals), CsrfFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SessionRequests.FOR_AN_ACCOUNT)
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        // It would begin a session to remember what was refused.
        .requestCache(RequestCacheConfigurer::disable)
        // By controllers: the interface describes these requests like all others.
        .logout(LogoutConfigurer::disable)
        // Set before this chain, so that answers which never come here have them too.
        .headers(HeadersConfigurer::disable)
        .build();
  }

  /** Refuses addresses that can be read in two ways; methods and dots are left to the server. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowUrlEncodedPeriod(true);
    return firewall;
  }
}
