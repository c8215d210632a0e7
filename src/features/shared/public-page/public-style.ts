import { Html } from './html.ts';

/** The look of pages for visitors: the colours and materials of the application, in one small sheet. */
export const PUBLIC_STYLE = new Html(`
:root{--ink:#1b1f21;--soft:#52595c;--line:#dfe4e6;--page:#f5f7f8;--card:#fff;--brand:#0b6f79;--brand-ink:#fff;--brand-soft:#e1f2f3;--focus:#0b494f;
--silver-from:#f3f5f6;--silver-to:#aeb8bf;--silver-edge:#7c8891;--silver-ink:#263038;--gold-from:#fbe9ae;--gold-to:#d2a02a;--gold-edge:#96700f;--gold-ink:#3a2a00;--bad:#b10e1c;--good:#0e6b2b}
@media (prefers-color-scheme:dark){:root{--ink:#f2f4f5;--soft:#b6bec1;--line:#3b4346;--page:#16191b;--card:#1f2426;--brand:#6db1b7;--brand-ink:#04191b;--brand-soft:#0c3b40;--focus:#a5d2d6;--bad:#f1a5ab;--good:#7fd39a}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{font:16px/1.55 'Segoe UI Variable Text','Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;color:var(--ink);background:var(--page)}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
a{color:var(--brand)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
h1{font-size:2rem;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1rem;margin:0}
p{margin:0 0 .75rem}
p:last-child{margin-bottom:0}
.skip{position:absolute;left:-999px;top:0;background:var(--card);padding:.5rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
.bar{display:flex;align-items:center;gap:.5rem 1.5rem;flex-wrap:wrap;padding:.6rem max(1.25rem,calc((100% - 1120px)/2));background:var(--card);border-bottom:1px solid var(--line)}
.brand{display:inline-flex;align-items:center;gap:.4rem;font-weight:650;color:var(--ink);text-decoration:none;padding:.25rem 0}
.pin{fill:var(--brand)}.chevron{fill:var(--card)}
.bar nav{display:flex;gap:.25rem 1.25rem;flex-wrap:wrap;flex:1}
.bar nav a,.languages a{color:var(--soft);text-decoration:none;padding:.35rem 0;border:solid transparent;border-width:2px 0}
.bar nav a:hover,.languages a:hover{color:var(--ink)}
.bar nav a[aria-current]{color:var(--ink);border-bottom-color:var(--brand)}
main{flex:1;width:100%;max-width:1160px;margin:0 auto;padding:1.75rem 1.25rem 3rem}
.foot{border-top:1px solid var(--line);padding:1.25rem max(1.25rem,calc((100% - 1120px)/2));color:var(--soft);font-size:.875rem;display:flex;gap:.25rem 2rem;flex-wrap:wrap;justify-content:space-between}
.foot p{margin:0}.foot a{color:var(--soft)}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.5rem}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:1.25rem;align-items:start}
.stack{display:grid;gap:1.25rem;min-width:0}
.hero{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:1.25rem 1.5rem;align-items:center;margin-bottom:1.25rem;padding:2rem 1.75rem;background:linear-gradient(120deg,var(--brand-soft),var(--card) 55%)}
.logo{width:112px;height:112px;border-radius:14px;border:1px solid var(--line);background:#fff;object-fit:contain;padding:10px;display:block}
.initials{display:flex;align-items:center;justify-content:center;font-size:2.4rem;font-weight:650;color:#0b494f;padding:0}
.headline{font-size:1.1rem;color:var(--soft);margin:.35rem 0 0;overflow-wrap:anywhere}
h1+.headline+.columns,.verdict+dl,dl+p{margin-top:1.25rem}
.facts{display:flex;gap:.35rem 1.25rem;flex-wrap:wrap;list-style:none;margin:.75rem 0 0;padding:0;color:var(--soft);font-size:.95rem}
.facts b{color:var(--ink);font-weight:600}
.button{display:inline-block;border:0;border-radius:8px;background:var(--brand);color:var(--brand-ink);font:inherit;font-weight:600;padding:.65rem 1.25rem;text-decoration:none;cursor:pointer;text-align:center}
.button:hover{filter:brightness(1.08)}
.button[disabled]{opacity:.6;cursor:progress}
.quiet{background:none;color:var(--brand);border:1px solid var(--line)}
.level{align-content:center}
.levels{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:.75rem}
.level{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.25rem .9rem;align-items:center;border:1px solid var(--line);border-radius:10px;padding:.9rem 1rem}
.level small{color:var(--soft);display:block;font-size:.85rem}
.level .more{grid-column:2;font-size:.85rem}
.medal{display:inline-flex;align-items:center;justify-content:center;width:38px;height:38px;border-radius:50%;border:1.5px solid #4d868c;background:linear-gradient(150deg,#d9ecee 15%,#8cbcc1 85%);color:#0b3237;font-weight:700;flex:none}
.silver{background:linear-gradient(150deg,var(--silver-from) 15%,var(--silver-to) 85%);border-color:var(--silver-edge);color:var(--silver-ink)}
.gold{background:linear-gradient(150deg,var(--gold-from) 15%,var(--gold-to) 85%);border-color:var(--gold-edge);color:var(--gold-ink);border-radius:30%;rotate:45deg;scale:.88}
.gold i{rotate:-45deg}.medal i{font-style:normal}
.small{width:26px;height:26px;font-size:.8rem}
.tags{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:0}
.tags li{border:1px solid var(--line);border-radius:999px;padding:.15rem .7rem;font-size:.875rem;color:var(--soft)}
.places{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:.75rem 1.25rem}
.places small{color:var(--soft);display:block}
form{display:grid;gap:.8rem}
form>.button{justify-self:start}
#enquiry-form>.button,.filters>.button{justify-self:stretch}
.filters>.button{min-height:2.7rem;padding-block:.4rem}
label,.label{font-weight:600;font-size:.9rem;display:grid;gap:.3rem}
label small{font-weight:400;color:var(--soft)}
input,select,textarea{font:inherit;font-weight:400;color:var(--ink);background:var(--card);border:1px solid #838b8f;border-radius:8px;padding:.5rem .7rem;width:100%;min-width:0;min-height:2.7rem}
textarea{min-height:8.5rem;resize:vertical}
input[aria-invalid=true],textarea[aria-invalid=true]{border-color:var(--bad)}
.note{color:var(--soft);font-size:.85rem}
.levels+.note{margin-top:.9rem}
.error{color:var(--bad);font-weight:600}.done{color:var(--good);font-weight:600}
.banner{border:1px solid var(--line);border-left:5px solid var(--brand);background:var(--card);border-radius:8px;padding:.8rem 1rem;margin-bottom:1.25rem}
.filters{display:grid;grid-template-columns:2fr repeat(4,1fr) auto;gap:.75rem;align-items:end;margin:1.25rem 0}
.results{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.result{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.25rem 1.1rem;padding:1.1rem 1.25rem}
.result .logo{width:64px;height:64px;border-radius:10px;padding:6px;font-size:1.4rem}
.result h2{margin:0;font-size:1.1rem}
.result p{margin:.1rem 0 .5rem;color:var(--soft)}
.held{display:flex;flex-wrap:wrap;gap:.45rem 1rem;list-style:none;margin:0;padding:0;font-size:.9rem}
.held li{display:inline-flex;align-items:center;gap:.45rem}
.pages{display:flex;gap:1rem;justify-content:space-between;margin-top:1.25rem}
.verdict{display:flex;gap:1rem;align-items:flex-start}
.verdict .sign{display:flex;align-items:center;justify-content:center;width:2.6rem;height:2.6rem;flex:none;border-radius:50%;font-size:1.3rem;font-weight:700;border:2px solid}
.verdict h2{margin-bottom:.25rem}
.good{border-left:5px solid var(--good)}.bad{border-left:5px solid var(--bad)}
.good .sign{color:var(--good)}.bad .sign{color:var(--bad)}
textarea[name=credential]{font-family:ui-monospace,Consolas,monospace;font-size:.85rem}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.35rem 1.25rem;margin:0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
summary{cursor:pointer;font-weight:600}
ol{margin:0 0 .75rem;padding-left:1.25rem;display:grid;gap:.4rem}
code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.85rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--page);border:1px solid var(--line);border-radius:8px;padding:.8rem;margin:.5rem 0}
.unseen{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden}
@media (max-width:900px){.columns{grid-template-columns:minmax(0,1fr)}.filters{grid-template-columns:1fr 1fr}.filters>:first-child,.filters>:last-child{grid-column:1/-1}}
@media (max-width:560px){h1{font-size:1.6rem}.bar nav{order:3;flex-basis:100%}.languages{margin-left:auto}.hero{grid-template-columns:auto minmax(0,1fr);align-items:start;padding:1.25rem}.hero .button{grid-column:1/-1}.logo{width:76px;height:76px;font-size:1.7rem}.card{padding:1.1rem}.filters{grid-template-columns:1fr}dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.5rem}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{.bar nav,.languages,form,.button{display:none}}
`);
