// Lints the pages' templates as the HTML that they are before Thymeleaf fills them in.

import { HtmlValidate } from "html-validate";

const linter = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  elements: ["html5"],
  rules: {
    // What a template leaves to another one, or has in two forms of which a page gets one, cannot be seen in it alone.
    "element-required-ancestor": "off",
    "element-required-content": "off",
    "form-dup-name": "off",
    "meta-refresh": "off",
    "multiple-labeled-controls": "off",
    "unique-landmark": "off",
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Fields of text are the default; the search field at the head is sent by its key; tables that scroll are regions.
    "no-implicit-input-type": "off",
    "prefer-native-element": "off",
    "wcag/h32": "off",
  },
});

// Thymeleaf sets these attributes of HTML.
const filledIn = (template) =>
  template
    .replace(/\bth:(action|alt|href|src|value)="[^"]*"/g, '$1="/"')
    .replace(/\bth:content="[^"]*"/g, 'content="1"');

// What is wrong with a template, a sentence each.
export const complaints = async (template) => {
  const { results } = await linter.validateString(filledIn(template));
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `line ${line}: ${message} (${ruleId})`),
  );
};
