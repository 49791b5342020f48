package org.sumscan.pages.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.claims.AddDataDrafts;
import org.sumscan.claims.DraftedTransaction;
import org.sumscan.claims.SampleDraft;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelAnswers;
import org.sumscan.reading.ModelCard;
import org.sumscan.reading.ModelInputs;
import org.sumscan.reading.typed.TypedText;

/** Shows a visitor what adding a sample means, before any wallet is asked. */
@Component
class AddSampleForm {

  private static final int CLASSES = 1000;

  private final PredictForm predictForm;
  private final ModelAnswers answers;
  private final AddDataDrafts drafts;

  AddSampleForm(PredictForm predictForm, ModelAnswers answers, AddDataDrafts drafts) {
    this.predictForm = predictForm;
    this.answers = answers;
    this.drafts = drafts;
  }

  /** Makes the panel; something is asked of it where the request has a label. */
  AddPanel panel(Model model, ModelCard card, Map<String, String[]> parameters) {
    TypedInput typed = new TypedInput("", "", "");
    String label = "";
    String account = "";
    String complaint = "";
    AddPanel.Preview preview = null;
    try {
      label = TypedInput.one(parameters, "label");
      account = TypedInput.one(parameters, "account");
      if (!label.isEmpty()) {
        typed = TypedInput.of(parameters);
        preview = preview(model, typed, label, account.strip());
      }
    } catch (InvalidQuestion refusal) {
      complaint = refusal.getMessage();
    }
    Optional<ModelInputs.InputEncoding> way = predictForm.way(model);
    String path = Links.model(model.id());
    return new AddPanel(
        "/api/v1" + path + "/samples/drafts",
        model.id().chain().toString(),
        model.id().address().toString(),
        "New sample for " + ModelWords.name(model),
        way.isPresent(),
        way.map(PredictForm::prompt).orElse(""),
        way.isPresent(),
        classes(model, label),
        MechanismWords.amount(model, card.depositNow()),
        depositNote(model),
        MechanismWords.refund(model),
        typed.input(),
        typed.features(),
        account,
        complaint,
        preview);
  }

  private AddPanel.Preview preview(Model model, TypedInput typed, String label, String account) {
    UInt64 wanted = label(model, label);
    if (typed.isNothing()) throw new InvalidQuestion("Type what the sample is.");
    long[] features = predictForm.features(model, typed);
    String encoded = PredictForm.encoded(features);
    List<PredictionView> said =
        new ArrayList<>(PredictForm.said(answers.both(model, features), model, wanted));
    if (account.isEmpty()) {
      return new AddPanel.Preview(encoded, said, null, List.of(), "");
    }
    return switch (drafts.draft(model, address(account), features, wanted)) {
      case SampleDraft.Signable draft -> signable(draft, encoded, said);
      case SampleDraft.Refused refused ->
          new AddPanel.Preview(
              encoded,
              said,
              null,
              List.of(),
              refused.why().sentence() + " " + refused.why().remedy());
    };
  }

  private static AddPanel.Preview signable(
      SampleDraft.Signable draft, String encoded, List<PredictionView> said) {
    DraftedTransaction transaction = draft.transaction();
    List<String> asked = new ArrayList<>(transaction.words());
    if (draft.duplicateOf() != null) {
      asked.add("The account has added an equal sample before.");
    }
    if (transaction.unknownCode()) {
      asked.add("The code of this contract is not known to Sumscan: it may do something else.");
    }
    return new AddPanel.Preview(encoded, said, Amount.of(transaction.value()), asked, "");
  }

  private static UInt64 label(Model model, String text) {
    if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) >= model.classNames().size()) {
      throw new InvalidQuestion("Choose one of the model's labels.");
    }
    return new UInt64(Long.parseLong(text));
  }

  private static Address address(String text) {
    try {
      return TypedText.checkedAddress(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "The account is no address: it needs 0x and 40 hexadecimal digits, and a right checksum"
              + " if it has letters in both cases.");
    }
  }

  private static List<Choice> classes(Model model, String chosen) {
    return IntStream.range(0, Math.min(CLASSES, model.classNames().size()))
        .mapToObj(
            i ->
                Choice.option(
                    ModelWords.className(model, i),
                    Integer.toString(i),
                    Integer.toString(i).equals(chosen)))
        .toList();
  }

  private static String depositNote(Model model) {
    return switch (model.mechanism().stake()) {
      case DEPOSIT ->
          model.mechanism().priceFalls()
              ? "It falls while nobody adds anything, and each new sample raises it to "
                  + Amount.of(model.depositAt(0, 0L)).shown()
                  + " ETH. A margin is sent along for that; what is too much comes back at once."
              : "It is the price of every sample.";
      case POINTS -> "Adding costs nothing but gas.";
    };
  }
}
