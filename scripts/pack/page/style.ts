/** The page's own style: it asks for nothing from outside, and prints in black and white. */
export const STYLE = `
:root { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; font-variant-numeric: tabular-nums; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #999; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #ddd; overflow-wrap: break-word; }
th { white-space: nowrap; }
thead { display: table-header-group; }
td { orphans: 3; widows: 3; }
td > div { break-inside: avoid; }
.said { break-inside: avoid; }
code { font: .9em ui-monospace, monospace; }
code, a, .said { overflow-wrap: anywhere; }
a { color: inherit; }
.verdict { font-size: 1.2rem; border: 2px solid; padding: .5rem .8rem; margin: 1rem 0; }
.said { white-space: pre-wrap; margin: 0; }
.small { font-size: .85rem; color: #444; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; font-size: .9rem; }
dt { color: #444; } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { table, thead, tbody, tr, td, th { display: block; } thead { display: none; } dl { display: block; } }
@page { margin: 18mm 15mm; }
@media print { body { max-width: none; margin: 0; padding: 0; } :root { font-size: 11px; } .small { color: #000; } }
`;
