package org.sumscan.catalog;

import java.util.List;

/**
 * Some of the models that were looked for, in order.
 *
 * @param matches how many there are in all
 */
public record ModelPage(List<Model> models, long matches) {

  public ModelPage {
    models = List.copyOf(models);
  }
}
