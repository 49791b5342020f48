// Applies the theme that was chosen before the page is painted; loaded in the head for that reason.
(() => {
  const order = ["auto", "light", "dark"];
  const stored = () => {
    try {
      return localStorage.getItem("theme") ?? "auto";
    } catch {
      return "auto";
    }
  };
  const apply = (theme) => {
    const root = document.documentElement;
    if (theme === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
  };
  apply(stored());
  addEventListener("DOMContentLoaded", () => {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("button.theme"));
    if (!button) return;
    let theme = order.includes(stored()) ? stored() : "auto";
    const show = () => {
      button.textContent = `Theme: ${theme}`;
      button.hidden = false;
    };
    button.addEventListener("click", () => {
      theme = order[(order.indexOf(theme) + 1) % order.length];
      apply(theme);
      try {
        localStorage.setItem("theme", theme);
      } catch {
        // A browser that keeps nothing still shows the choice until the next page.
      }
      show();
    });
    show();
  });
})();
