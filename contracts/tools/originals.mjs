// Compiles originals/ with the compiler of their time, which forge cannot drive, and leaves the artifacts among forge's
// own, in its form. Does nothing when they are newer than the sources.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("../originals/", import.meta.url));
const out = fileURLToPath(new URL("../out/", import.meta.url));
const inputs = [...readdirSync(sources).map((name) => join(sources, name)), fileURLToPath(import.meta.url)];
const artifactOf = (name) => join(out, `${name}.sol`, `${name}.json`);

const changed = Math.max(...inputs.map((path) => statSync(path).mtimeMs));
const names = readdirSync(sources).map((name) => name.replace(/\.sol$/, ""));
const isCurrent = (path) => existsSync(path) && statSync(path).mtimeMs > changed;
if (!names.every((name) => isCurrent(artifactOf(name)))) {
  // Loaded only when needed: it is large. It ends the process on any stray rejection unless told not to.
  const solc = createRequire(import.meta.url)("solc-0.6");
  for (const event of ["uncaughtException", "unhandledRejection"]) process.removeAllListeners(event);
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(
      names.map((name) => [`${name}.sol`, { content: readFileSync(join(sources, `${name}.sol`), "utf8") }]),
    ),
    // As the originals were compiled: with the optimizer off.
    settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input)));
  const faults = (output.errors ?? []).filter(
    (e) => e.severity === "error" || !e.message.includes("Experimental features are turned on"),
  );
  if (faults.length > 0) {
    console.error(faults.map((e) => e.formattedMessage).join("\n"));
    process.exit(1);
  }
  for (const name of names) {
    const { abi, evm } = output.contracts[`${name}.sol`][name];
    mkdirSync(join(out, `${name}.sol`), { recursive: true });
    const code = (bytecode) => ({ object: `0x${bytecode.object}` });
    const artifact = { abi, bytecode: code(evm.bytecode), deployedBytecode: code(evm.deployedBytecode) };
    writeFileSync(artifactOf(name), `${JSON.stringify(artifact)}\n`);
  }
}
