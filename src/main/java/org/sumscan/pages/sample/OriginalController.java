package org.sumscan.pages.sample;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sumscan.kernel.LogRef;
import org.sumscan.originals.Content;
import org.sumscan.originals.Original;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.reading.ShownOriginals;

/** Hands out the pictures behind samples, each drawn by us, and only those that match the chain. */
@Controller
class OriginalController {

  private static final Duration KEPT = Duration.ofHours(1);

  private final ShownOriginals originals;

  OriginalController(ShownOriginals originals) {
    this.originals = originals;
  }

  @GetMapping("/samples/{chainId}/{transaction}/{logIndex}/original.png")
  ResponseEntity<byte[]> picture(
      @PathVariable String chainId,
      @PathVariable String transaction,
      @PathVariable String logIndex) {
    LogRef log = Paths.sample(chainId, transaction, logIndex);
    Content.Image image =
        originals
            .find(log)
            .filter(Original::matches)
            .map(Original::content)
            .filter(Content.Image.class::isInstance)
            .map(Content.Image.class::cast)
            .orElseThrow(() -> PageNotFound.picture(log));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
        .body(image.png());
  }
}
