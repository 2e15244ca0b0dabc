/** The page that shows what is dropped on it: complete in itself, with the engine as text that a thread is made from. */
import { base64Text, utf8Bytes } from '../byte-text.ts';
import { Html, html } from '../inspect/report/html.ts';
import { equipScript } from '../inspect/report/script.ts';
import { style } from '../inspect/report/style.ts';
import { Sha256 } from '../parse/bytes/hash.ts';
import { pageScript } from './page-script.ts';

const ownStyle = `
#drop{margin:20px 0;padding:28px;border:2px dashed var(--line);border-radius:8px;text-align:center}
.over #drop{border-color:var(--accent);background:var(--card)}
#drop label{color:var(--accent);cursor:pointer;text-decoration:underline}#drop input{position:absolute;opacity:0;width:1px}
#drop input:focus-visible+span{outline:2px solid var(--accent)}
article+article{margin-top:48px;border-top:3px solid var(--line)}
`;

/** `engine` is JavaScript in one piece, `version` that of this package. */
export function inspectPage(engine: string, version: string): string {
  const script = `${equipScript}\n${pageScript}`;
  const hash = base64Text(new Sha256().update(utf8Bytes(script)).digest());
  // Nothing is asked for: the thread is made of what stands here, and inherits this. zstd is WebAssembly.
  const policy = `default-src 'none'; connect-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>Look into a checkpoint</title>
<style>${new Html(style)}${new Html(ownStyle)}</style></head><body>
<header><button id="theme" type="button">light / dark</button><h1>Look into a checkpoint</h1>
<p class="sub">Drop an archive (tar, tar.gz, tar.zst), a CPT image, a linux-cr stream, or a directory of CRIU images. It is read here, in
this page: nothing is uploaded, nobody is asked for anything.</p>
<div id="drop">Drop it here, or choose <label><input id="file" type="file" multiple><span>files</span></label> or a
<label><input id="folder" type="file" webkitdirectory><span>directory</span></label>.</div>
<p id="doing" class="note" role="status"></p><nav id="list"></nav></header>
<main id="shown"></main>
<footer>Part of cr-tools ${version}, whose commands show more: memory, records, differences.</footer>
`.text;
  // Whatever looks like the end of a script in it would be its end.
  const quoted = engine.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  return `${page}<script type="text/plain" id="engine">${quoted}</script>\n<script>${script}</script>\n</body></html>\n`;
}
