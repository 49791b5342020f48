// Signs what a form asks for: a form with data-sign drafts at its data-draft and is sent by the wallet.

import { announce, pressed } from "../page/dom.js";
import { post } from "../page/server.js";
import { isAddress } from "../page/text.js";
import { review } from "../signing/review.js";
import { fingerprintOf } from "../transactions/fingerprint.js";
import { vocabulary } from "../vocabulary.js";
import { connected } from "../wallet/picker.js";
import { onSession } from "../wallet/session.js";

// A form says by its attributes what it is for:
//   data-sign="add-data"   the purpose, which is also the function that is called
//   data-draft             the path that drafts, which gets the form's fields and the account as JSON
//   data-chain-id, data-model, data-title
// Fields with data-local stay in the browser. After the wallet has sent it the form hears "sumscan:sent" with
// { entry, draft, fields }: the transaction, what was drafted, and all that was typed.

const METHODS = { "add-data": "addData" };

const isLocal = (form, name) =>
  [...form.elements].some((element) => element.name === name && element.dataset.local !== undefined);

// Features are typed as a list and sent as one.
const listed = (name, value) =>
  name === "features"
    ? value
        .trim()
        .replace(/^\[|\]$/g, "")
        .split(/\s*[,;]\s*|\s+/)
        .filter(Boolean)
    : value;

const fieldsOf = (form) =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== ""));

const questionOf = (form, account) => {
  const question = { account };
  for (const [name, value] of Object.entries(fieldsOf(form))) {
    if (!isLocal(form, name)) question[name] = listed(name, value);
  }
  return question;
};

const sign = async (form) => {
  const account = (await connected())?.account;
  if (!account) return;
  const { chainId, model, sign: purpose, draft: path, title } = form.dataset;
  const fields = fieldsOf(form);
  let drafted = null;
  const entry = await review(title ?? "Add a sample", {
    draft: async () => (drafted = await post(path, questionOf(form, account))),
    shown: { chainId: Number(chainId), to: model, from: account, method: METHODS[purpose], label: fields.label },
    about: (draft) => ({
      purpose,
      what: title ?? vocabulary.transactionKinds[purpose],
      model,
      fingerprint: fingerprintOf(String(fields.label), draft.features),
      asOfBlock: draft.asOfBlock,
    }),
  });
  if (!entry) return;
  announce(`${vocabulary.transactionStates.sent.title}.`);
  form.dispatchEvent(new CustomEvent("sumscan:sent", { bubbles: true, detail: { entry, draft: drafted, fields } }));
};

const enable = (form) => {
  const fine = isAddress(form.dataset.model) && METHODS[form.dataset.sign];
  for (const element of form.querySelectorAll("[data-script-only]")) element.hidden = !fine;
};

export const startForms = () => {
  document.querySelectorAll("form[data-sign]").forEach(enable);
  document.addEventListener("submit", (event) => {
    const form = pressed(event, "form[data-sign]");
    if (!form) return;
    // A button with a name of its own, such as one that predicts, is the server's.
    if (event.submitter?.dataset.plain !== undefined) return;
    event.preventDefault();
    sign(form);
  });
  onSession((now) => {
    for (const place of document.querySelectorAll("[data-account-of-visitor]")) place.textContent = now?.account ?? "";
  });
};
