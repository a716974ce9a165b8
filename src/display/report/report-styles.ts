/**
 * The style sheet of reports, for pages that hold them as fragments. Everything in it speaks of what is inside `.stem-report`. Every colour
 * of words stands at 4.5 : 1 or more against what is behind it, in light and dark; print is light.
 */
export const reportStyles = `.stem-report{--ink:#1a1a1a;--quiet:#4d4d4d;--rule:#767676;--paper:#fff;--soft:#f3f4f6;--good:#0b5d2a;--short:#9c1c1c;--open:#6b4700;--aside:#4d4d4d;--link:#0b4f9e;
box-sizing:border-box;max-width:60rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
.stem-report *{box-sizing:inherit}
.stem-report h1,.stem-report h2,.stem-report h3,.stem-report h4,.stem-report h5,.stem-report h6{margin:1.6em 0 .5em;line-height:1.25;overflow-wrap:anywhere}
.stem-report h1{margin-top:0;font-size:1.75rem}
.stem-report h2{font-size:1.35rem;border-bottom:1px solid var(--rule);padding-bottom:.2em}
.stem-report h3{font-size:1.1rem}
.stem-report h4,.stem-report h5,.stem-report h6{font-size:1rem}
.stem-report p,.stem-report li,.stem-report dd,.stem-report dt{overflow-wrap:anywhere}
.stem-report p{margin:.5em 0}
.stem-report ul{margin:.5em 0;padding-inline-start:1.4em}
.stem-report a{color:var(--link)}
.stem-report dl{display:grid;gap:.35rem;margin:.5em 0}
.stem-report dl>div{display:grid;grid-template-columns:minmax(6rem,13rem) minmax(0,1fr);gap:0 1rem}
.stem-report dt{color:var(--quiet)}
.stem-report dd{margin:0}
.stem-report .wide{position:relative;overflow-x:auto;margin:.75em 0}
.stem-report .wide:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.stem-report table{border-collapse:collapse;width:100%}
.stem-report caption{text-align:start;color:var(--quiet);padding:.2em 0}
.stem-report .said{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.stem-report .date{white-space:nowrap}
.stem-report th,.stem-report td{padding:.4em .6em;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top;min-width:5rem}
.stem-report thead th{background:var(--soft);border-top:1px solid var(--rule)}
.stem-report tbody th{font-weight:600;min-width:8rem}
.stem-report .number{text-align:end;font-variant-numeric:tabular-nums}
.stem-report .good{color:var(--good);font-weight:600}
.stem-report .short{color:var(--short);font-weight:600}
.stem-report .open{color:var(--open);font-weight:600}
.stem-report .aside{color:var(--aside)}
.stem-report figure{width:fit-content;max-width:100%;margin:.75em 0;padding:.5rem;background:#fff;color:#1a1a1a;border:1px solid var(--rule);overflow-x:auto}
.stem-report figure svg{display:block;max-width:100%;min-width:26rem;height:auto}
.stem-report .notice{margin:1.5em 0 0;padding:.5rem 1rem;background:var(--soft);border-inline-start:4px solid var(--rule)}
@media (prefers-color-scheme:dark){.stem-report{--ink:#f0f0f0;--quiet:#c6c6c6;--rule:#8f8f8f;--paper:#16181c;--soft:#24272d;--good:#7fdc9c;--short:#ffa69e;--open:#f2cb6b;--aside:#c6c6c6;--link:#9cc3ff}}
@media (max-width:30rem){.stem-report dl>div{grid-template-columns:minmax(0,1fr)}}
.stem-report figure:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media print{.stem-report{--ink:#000;--quiet:#333;--rule:#767676;--paper:#fff;--soft:#f3f4f6;--good:#0b5d2a;--short:#9c1c1c;--open:#6b4700;--aside:#333;--link:#000;max-width:none;padding:0;font-size:10.5pt}
.stem-report .wide,.stem-report figure{overflow:visible}
.stem-report thead{display:table-header-group}
.stem-report tr,.stem-report figure,.stem-report .notice{break-inside:avoid}
.stem-report h1,.stem-report h2,.stem-report h3,.stem-report caption{break-after:avoid}}
`;
