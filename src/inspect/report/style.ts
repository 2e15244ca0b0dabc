/** How the page looks: by day and night, on a screen and on paper. */
export const style = `
:root{color-scheme:light dark;--fg:#1c1f24;--bg:#fff;--dim:#667080;--line:#d9dee5;--card:#f6f8fa;--accent:#0b62c4;--good:#12743a;--bad:#b3261e;--warn:#8a5a00}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--fg:#e4e8ee;--bg:#14171c;--dim:#98a3b3;--line:#333a45;--card:#1c2129;--accent:#6fb1ff;--good:#5fd08a;--bad:#ff8a80;--warn:#f0bd5a}}
:root[data-theme=dark]{--fg:#e4e8ee;--bg:#14171c;--dim:#98a3b3;--line:#333a45;--card:#1c2129;--accent:#6fb1ff;--good:#5fd08a;--bad:#ff8a80;--warn:#f0bd5a}
:root[data-theme=dark]{color-scheme:dark}:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;color:var(--fg);background:var(--bg);font:15px/1.5 system-ui,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
h1{font-size:24px;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:19px;margin:36px 0 10px;padding-bottom:4px;border-bottom:1px solid var(--line)}
h3{font-size:15px;margin:18px 0 6px}
p{margin:6px 0}.sub,.note,.empty,.legend,figcaption,footer{color:var(--dim)}
.verdict{display:inline-block;margin:12px 0;padding:8px 16px;border-radius:6px;font-weight:600;border:2px solid}
.verdict.yes{color:var(--good)}.verdict.if{color:var(--warn)}.verdict.no{color:var(--bad)}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0}a{color:var(--accent)}
button{float:right;font:inherit;color:var(--fg);background:var(--card);border:1px solid var(--line);border-radius:4px;padding:2px 10px;cursor:pointer}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:13px;min-width:50%}
pre{white-space:pre-wrap;overflow-wrap:break-word}
th,td{padding:3px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums;white-space:pre-wrap;overflow-wrap:break-word}
td{font-family:ui-monospace,monospace}table.facts td:first-child:not(:only-child){color:var(--dim);white-space:nowrap;font-family:inherit}
th{color:var(--dim);font-weight:600;white-space:nowrap;background:var(--card);position:sticky;top:0}
.sorts th{cursor:pointer}.sorts th[aria-sort=ascending]::after{content:" ▲"}.sorts th[aria-sort=descending]::after{content:" ▼"}
.right{text-align:right}tr.dim td{color:var(--dim)}tr.bad td{color:var(--bad)}tr.good td{color:var(--good)}tr.title td{font-weight:600}
input.filter{font:inherit;font-size:13px;width:260px;max-width:100%;padding:3px 8px;margin:4px 0;color:var(--fg);background:var(--bg);border:1px solid var(--line);border-radius:4px}
details{margin:10px 0;border:1px solid var(--line);border-radius:6px;padding:6px 14px}summary{cursor:pointer;font-weight:600}
.error{color:var(--bad);font-weight:600}.warning{color:var(--warn);font-weight:600}
figure{margin:10px 0}figcaption{font-size:13px}
svg{width:100%;height:auto;font:12px ui-monospace,monospace;background:var(--card);border-radius:6px}
svg text{fill:var(--fg)}svg .command,svg .size,svg .head{fill:var(--dim)}
.branch{fill:none;stroke:var(--dim)}.process{fill:var(--accent)}.process.state-Z,.process.state-X{fill:var(--dim)}.process.state-T,.process.state-t{fill:var(--warn)}.resident{fill:var(--accent);opacity:.55}
svg.memory{height:40px;border-radius:3px}.whole{opacity:.25}
.kind-anon{--k:#3d7fd9}.kind-heap{--k:#0f9d76}.kind-stack{--k:#c2571a}.kind-file{--k:#8458c9}.kind-shm{--k:#b8860b}.kind-vdso,.kind-vvar,.kind-vsyscall{--k:#7a828e}.kind-aio{--k:#a33b8e}.kind-pages{--k:#4a6fa5}
svg .whole,svg .stored{fill:var(--k)}.legend span{border-left:12px solid var(--k);padding-left:5px;margin-right:8px}
.node{fill:var(--bg);stroke:var(--dim)}.link path{fill:none;stroke:var(--accent);stroke-width:1.4}.link.pipe path{stroke:var(--good)}.arrow{fill:var(--good)}.link text{font-size:11px;fill:var(--dim)}
.out{fill:none;stroke:var(--dim);stroke-dasharray:4 3}.out.listens{stroke:var(--good);stroke-dasharray:none}.out.outside{stroke:var(--warn)}
footer{padding:30px 24px;font-size:13px}
@media print{button,input.filter,nav{display:none}body{font-size:11px}header,main,footer{max-width:none;padding:0}details{border:0;padding:0}h2{break-after:avoid}tr,figure{break-inside:avoid}th{position:static}svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}.scroll{overflow:visible}}
`;
