// What this browser keeps between pages; a browser that keeps nothing only forgets.

const PREFIX = "sumscan.";

export const kept = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") ?? otherwise;
  } catch {
    return otherwise;
  }
};

export const keep = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // The page goes on with what it holds in memory.
  }
};

// Tells when another tab changed what is kept under a name.
export const onKept = (name, listener) =>
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + name) listener();
  });
