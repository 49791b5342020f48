// node tools/bundle.mjs CLASSES: what build.sh does, once the packages are there.
import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const classes = process.argv[2];
const folder = join(classes, "static", "assets");

// A file of an earlier build would be served and packed for ever.
rmSync(folder, { recursive: true, force: true });

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
}
writeFileSync(join(classes, "assets.json"), `${JSON.stringify(names, null, 2)}\n`);
