// node tools/browser.mjs FOLDER: unpacks the browser of the npm package into FOLDER, once: FOLDER/chromium, its
// libraries in FOLDER/lib and fonts in FOLDER/fonts, which FOLDER/fonts.conf names. A half-done unpacking is never
// taken for a whole one, and two at a time do not meet: each works in a folder of its own and the first to finish
// gives it the name.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

const packed = join(dirname(fileURLToPath(import.meta.url)), "../node_modules/@sparticuz/chromium/bin");
const target = resolve(process.argv[2]);

async function inflate(name, sink) {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), sink);
}

async function unpack(name, folder) {
  mkdirSync(folder, { recursive: true });
  const tar = spawn("tar", ["-xf", "-", "-C", folder], { stdio: ["pipe", "inherit", "inherit"] });
  const closed = once(tar, "close");
  // tar stops reading at the archive's end mark, before the padding behind it: its exit code tells whether all went well.
  await inflate(name, tar.stdin).catch((fault) => {
    if (!["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(fault.code)) throw fault;
  });
  const [code] = await closed;
  if (code !== 0) throw new Error(`tar could not unpack ${name}`);
}

if (!existsSync(target)) {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}-`);
  await inflate("chromium.br", createWriteStream(join(work, "chromium"), { mode: 0o755 }));
  await unpack("al2023.tar.br", work);
  await unpack("fonts.tar.br", work);
  await unpack("swiftshader.tar.br", work);
  try {
    renameSync(work, target);
  } catch (taken) {
    if (!existsSync(target)) throw taken;
    rmSync(work, { recursive: true });
  }
}

// The package's own fonts.conf looks for fonts in places of another machine. Without any font the browser traps ("Not
// implemented" in its font manager) once it draws text for which it must look for a family.
const own = join(target, "fonts.conf");
const fresh = mkdtempSync(join(target, "fonts-"));
writeFileSync(
  join(fresh, "fonts.conf"),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(target, "fonts")}</dir>
  <cachedir>${join(target, "fonts-cache")}</cachedir>
</fontconfig>
`,
);
renameSync(join(fresh, "fonts.conf"), own);
rmSync(fresh, { recursive: true });
