package org.sumscan.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep a file for a year where its address names its content's hash, and only there:
 * a script that another one imports has a plain address, and must be asked for again.
 */
@Component
class LastingFiles extends OncePerRequestFilter {

  private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HASHED.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        request,
        new HttpServletResponseWrapper(response) {
          @Override
          public void setHeader(String name, String value) {
            boolean lasts = name.equals(HttpHeaders.CACHE_CONTROL) && value.equals("no-cache");
            super.setHeader(name, lasts ? A_YEAR : value);
          }
        });
  }
}
