package org.sumscan.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A sign-in message that came back signed, not yet judged. */
public final class SignedMessage extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Site site;
  private final String text;
  private final byte[] signature;

  /**
   * With the site that it was sent to.
   *
   * @param text the message, as it was signed
   * @param signature of a key, or for a contract account
   */
  public SignedMessage(Site site, String text, byte[] signature) {
    super(List.of());
    this.site = site;
    this.text = text;
    this.signature = signature.clone();
  }

  Site site() {
    return site;
  }

  String text() {
    return text;
  }

  byte[] signature() {
    return signature.clone();
  }

  @Override
  public Object getCredentials() {
    return signature.clone();
  }

  @Override
  public Object getPrincipal() {
    return text;
  }
}
