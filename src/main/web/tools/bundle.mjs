// node tools/bundle.mjs CLASSES: what build.sh does, once the packages are there.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const classes = process.argv[2];
const folder = join(classes, "static", "assets");

// A file of an earlier build would be served and packed for ever.
rmSync(folder, { recursive: true, force: true });

// viem's sendCalls can send one transaction after another where a wallet knows no batches. Pages never ask for that, and
// it brings signing with keys along, which is as large as all else.
const withoutSendingByKeys = {
  name: "without-sending-by-keys",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/sendTransaction\.js$/ }, ({ importer }) =>
      importer.endsWith("sendCalls.js") ? { path: "sendTransaction", namespace: "left-out" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export const sendTransaction = undefined;" }));
  },
};

const { metafile } = await build({
  entryPoints: {
    main: "js/main.js",
    theme: "js/theme.js",
    "demo-wallet": "js/demo-wallet.js",
    styles: "css/styles.css",
  },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: folder,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  external: ["data:*"],
  plugins: [withoutSendingByKeys],
  metafile: true,
  logLevel: "warning",
  // htmx has an eval for attributes that no page uses; its setting and the pages' content policy forbid it.
  logOverride: { "direct-eval": "silent" },
});

const names = {};
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (!entryPoint) continue;
  const name = basename(file);
  names[name.replace(/-[0-9A-Z]{8}(?=\.)/, "")] = name;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
}
writeFileSync(join(classes, "assets.json"), `${JSON.stringify(names, null, 2)}\n`);
