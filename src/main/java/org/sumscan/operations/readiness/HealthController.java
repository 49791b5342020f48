package org.sumscan.operations.readiness;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that Sumscan answers; until it does, the door answers in its place. */
@RestController
class HealthController {

  @GetMapping("/api/health")
  Map<String, Boolean> health() {
    return Map.of("healthy", true);
  }
}
