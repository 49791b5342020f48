// Copies ABI, creation and runtime bytecode of every deployable contract under src/ from forge's output, in a stable form;
// of the runtime bytecode also the places, start and length in bytes, that the constructor fills.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const folder of readdirSync(from, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  for (const file of readdirSync(join(from, folder.name))) {
    const artifact = JSON.parse(readFileSync(join(from, folder.name, file), "utf8"));
    const source =
      Object.keys(artifact.metadata?.settings?.compilationTarget ?? {})[0] ?? artifact.ast?.absolutePath ?? "";
    const bytecode = artifact.bytecode?.object ?? "0x";
    if (!source.startsWith("src/") || bytecode === "0x") continue;
    const runtime = artifact.deployedBytecode.object;
    const immutables = Object.values(artifact.deployedBytecode.immutableReferences ?? {})
      .flat()
      .map(({ start, length }) => [start, length])
      .sort((one, other) => one[0] - other[0]);
    writeFileSync(join(to, file), `${JSON.stringify({ abi: artifact.abi, bytecode, runtime, immutables })}\n`);
  }
}
