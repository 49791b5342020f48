// Adds what needs a script: copying, ages that keep counting. Everything else works without it.

const announce = document.getElementById("announce");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
    announce.textContent = `Copied ${button.dataset.copy}`;
  } catch {
    button.textContent = "Select it";
    announce.textContent = "This browser did not let the page copy; select the text instead.";
  }
  setTimeout(() => (button.textContent = before), 2000);
});

const units = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

const age = (seconds) => {
  const [size, unit] = units.find(([size]) => seconds >= 2 * size) ?? units[3];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
};

// The server's clock counts, never this machine's: only the time since the text was shown is measured here.

const tick = (root) => {
  for (const time of root.querySelectorAll("[data-age]")) {
    time.dataset.shownAt ??= String(performance.now());
    const passed = (performance.now() - Number(time.dataset.shownAt)) / 1000;
    time.textContent = age(Math.max(0, Number(time.dataset.age) + Math.floor(passed)));
  }
};

const reveal = (root) => {
  for (const element of root.querySelectorAll("[data-script-only]")) element.hidden = false;
};

reveal(document);
tick(document);
setInterval(() => tick(document), 1000);
document.addEventListener("htmx:afterSwap", () => {
  reveal(document);
  tick(document);
});
