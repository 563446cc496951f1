/** The page's style: one column on a phone, light or dark as the reader has it, plain on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2933; --faint: #52606d; --line: #d3dae1; --ground: #fff; --tint: #eef2f6; --value: #2b6cb0; --mark: #b03a2e; --good: #1e6b3a; --bad: #a3271b; --heat: 43 108 176; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --faint: #a9b5c1; --line: #3d4854; --ground: #161b21; --tint: #222a32; --value: #6aa9e9; --mark: #ff9d8f; --good: #7ed29b; --bad: #ff9d8f; --heat: 106 169 233; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; line-height: 1.4; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
.about { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0 0; color: var(--faint); }
.about dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--value); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .45rem .5rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
thead th { color: var(--faint); font-size: .85rem; vertical-align: bottom; }
td { text-align: right; white-space: nowrap; }
td small { display: block; }
td small:not([class]) { color: var(--faint); font-weight: 400; }
thead th + th { text-align: right; }
.matrix tbody th { min-width: 5.5rem; white-space: nowrap; }
.matrix thead th { white-space: nowrap; }
.matrix td { text-align: center; }
.matrix thead th + th { text-align: center; }
.right { outline: 2px solid var(--value); outline-offset: -2px; font-weight: 700; }
.bar { display: block; width: 100%; height: 8px; margin-top: .3rem; border-radius: 2px; }
.plot { display: block; width: 100%; max-width: 30rem; height: auto; }
.plot text { fill: var(--faint); font-size: 11px; }
.ground { fill: var(--line); } .value { fill: var(--value); } .mark { fill: var(--mark); } .axis { fill: var(--faint); }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 700; }
.worst { margin: 0; padding: 0; list-style: none; }
.worst > li { margin: 0 0 1rem; padding: .75rem 1rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
.worst h3 { margin: 0 0 .5rem; overflow-wrap: anywhere; }
.worst dl { margin: 0; } .worst dt { margin-top: .5rem; color: var(--faint); font-size: .85rem; } .worst dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.reply { max-height: 18rem; overflow-y: auto; padding: .5rem .75rem; background: var(--tint); border-radius: 6px; }
summary { min-height: 2.75rem; padding: .5rem 0; color: var(--value); cursor: pointer; }
.changes { padding-left: 1.25rem; overflow-wrap: anywhere; }
@media (max-width: 30rem) { th, td { padding-inline: .3rem; } .narrow td, .narrow small { white-space: normal; } }
@media (min-width: 46rem) { main { padding: 2rem; } .worst dl { display: grid; grid-template-columns: 4.5rem 1fr; column-gap: 1rem; } .worst dd { margin-top: .5rem; } }
@media print { @page { size: A4; margin: 14mm; } main { max-width: none; padding: 0; } body { font-size: 10pt; } .scroll, .reply { overflow: visible; max-height: none; } .worst > li, tr, .plot { break-inside: avoid; } h2, h3 { break-after: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
