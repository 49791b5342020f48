package org.sumscan.demo.wallet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sumscan.demo.settings.DemoWanted;

/** Tells pages where the demo's wallet is, on the machine that may use it. */
@ControllerAdvice(basePackages = "org.sumscan.pages")
@Conditional(DemoWanted.class)
class WalletPages {

  private final WalletAccess access;

  WalletPages(WalletAccess access) {
    this.access = access;
  }

  /**
   * What a page needs to know.
   *
   * @param path where the wallet answers
   * @param token what it wants to be handed back
   */
  record DemoWallet(String path, String token) {}

  @ModelAttribute("demoWallet")
  @Nullable DemoWallet demoWallet(HttpServletRequest request) {
    return access.isLocal(request) ? new DemoWallet(WalletController.PATH, access.token()) : null;
  }
}
