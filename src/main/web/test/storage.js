// A browser's storage and random numbers, as much of them as the journal uses.

export const useStorage = () => {
  const values = new Map();
  globalThis.localStorage = {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => values.set(name, value),
    removeItem: (name) => values.delete(name),
  };
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  return values;
};
