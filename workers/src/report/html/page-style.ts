/** Light for paper and by default, dark where the reader asks for it; one column on a phone. */
export const pageStyle = `:root {
  --paper: #ffffff; --ink: #1d2126; --soft: #59616b; --rule: #d5dae0; --shade: #f3f5f7;
  --link: #00558b; --grid: #e3e7eb; --axis: #7d8791;
  --series-main: #0072b2; --series-second: #d55e00; --series-third: #00805c; --series-muted: #7d8791;
  --value-lowest: #0061a8; --value-low: #4682b0; --value-middle: #808890; --value-high: #b8691f; --value-highest: #a84300;
  --good: #00694b; --care: #8a5300; --bad: #a8202c;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e7eaed; --soft: #a4adb6; --rule: #3a4148; --shade: #1f2429;
    --link: #7cc4ef; --grid: #2b3137; --axis: #8b959f;
    --series-main: #56b4e9; --series-second: #f0a03c; --series-third: #3ecf9f; --series-muted: #8b959f;
    --value-lowest: #4aaeea; --value-low: #8ab6d6; --value-middle: #a3abb3; --value-high: #dca66c; --value-highest: #ff9a3c;
    --good: #5fd3ac; --care: #f0b357; --bad: #ff8d8d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 68rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 0; }
header p { color: var(--soft); margin: .3rem 0 0; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
p, ul, ol { margin: .6rem 0; max-width: 46rem; }
li { margin: .3rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font: .875em/1.5 ui-monospace, Consolas, "Liberation Mono", monospace; }
nav { margin: 1.2rem 0; font-size: .95rem; }
nav ol { columns: 17rem; column-gap: 3rem; max-width: none; padding-left: 2rem; margin: 0; }
nav li { break-inside: avoid; margin: 0 0 .3rem; }
.verdict { border: 1px solid currentColor; border-left-width: .5rem; border-radius: .3rem; padding: .5rem 1.1rem; margin: 1rem 0; background: var(--shade); }
.verdict p { color: var(--ink); max-width: none; }
.verdict .label { display: inline-block; font-weight: 700; border: 1px solid; border-radius: .2rem; padding: 0 .5rem; margin-right: .3rem; }
.good, .good .label { color: var(--good); }
.care, .care .label { color: var(--care); }
.bad, .bad .label { color: var(--bad); }
.scroll { overflow-x: auto; margin: 1rem 0; max-width: 100%; }
caption { min-width: 12rem; }
caption span { display: inline-block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2.5rem)); }
.tables { display: flex; flex-wrap: wrap; gap: 0 3rem; }
table { border-collapse: collapse; font-size: .925rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
th, td { padding: .35rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--axis); vertical-align: bottom; color: var(--soft); font-weight: 600; }
tbody th { font-weight: 400; min-width: 6rem; }
@media (min-width: 60rem) { tbody th { min-width: 7.5rem; } .tables tbody th { min-width: 0; } }
td:not(.number) { min-width: 4rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .number { white-space: normal; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 2rem 2.5rem; margin: 1rem 0; }
figure { margin: 0; min-width: 0; }
figcaption { font-weight: 600; margin-bottom: .4rem; }
.chart svg { display: block; width: 100%; max-width: 34rem; height: auto; }
.chart text { font-family: inherit; }
.key { list-style: none; padding: 0; margin: .4rem 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .9rem; }
.key li { margin: 0; }
.key svg { vertical-align: middle; }
figure p { font-size: .95rem; }
details { font-size: .95rem; }
summary { cursor: pointer; color: var(--link); }
pre { background: var(--shade); padding: .8rem 1rem; overflow-x: auto; border-radius: .3rem; }
@media (max-width: 30rem) { th, td { padding: .35rem .5rem; } td:not(.number):last-child { min-width: 12rem; } }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, details { display: none; }
  h2, h3, figcaption, caption { break-after: avoid; }
  figure, tr, .verdict, table:not(:has(tr:nth-child(13))) { break-inside: avoid; }
  thead { break-after: avoid; }
  .charts { grid-template-columns: 1fr 1fr; gap: 1rem 1.5rem; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .2rem .4rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  td:last-child code { overflow-wrap: anywhere; }
}
`;
