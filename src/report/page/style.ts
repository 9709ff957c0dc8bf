/** The style sheet of the page. Its colours are those of the chart, which are GitHub's. */
export const style = `
:root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--page:#fff;--raised:#f6f8fa;--line:#d1d9e0;--link:#0969da;--strong:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--text:#f0f6fc;--quiet:#9198a1;--page:#0d1117;--raised:#151b23;--line:#3d444d;--link:#4493f8;--strong:#121d2f}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:78rem;padding:1.5rem 2rem 4rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--text);background:var(--page)}
h1{margin:0;font-size:1.9rem;line-height:1.2}
h2{margin:0 0 1rem;font-size:1.4rem}
h3{margin:1.5rem 0 .75rem;font-size:1.1rem}
a{color:var(--link);overflow-wrap:anywhere}
a:not(:hover){text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem;background:var(--page)}
header p{margin:.4rem 0 0;color:var(--quiet)}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:1rem;padding:.6rem 0;border-block:1px solid var(--line)}
main>section{padding-top:2rem;scroll-margin-top:1rem}
.quiet,.none,figcaption{color:var(--quiet);font-weight:400}
.quiet,figcaption{font-size:.875rem}
h3 .quiet{margin-left:.4rem}
.duration{white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(9.5rem,100%),1fr));gap:1rem;margin:0}
.tiles div{padding:.9rem 1.1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
.tiles dt{font-size:.9rem}
.tiles dd{margin:0}
.tiles .value{font-size:1.6rem;font-weight:600;line-height:1.4}
.tiles .value .days{font-size:1rem;font-weight:400;color:var(--quiet)}
fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:2rem 0 0;padding:.6rem 1rem .8rem;border:1px solid var(--line);border-radius:.5rem}
legend{padding:0 .4rem;font-size:.9rem}
main:has(#show-timeToRepair:checked) .measure:not(#timeToRepair),
main:has(#show-timeToResolve:checked) .measure:not(#timeToResolve),
main:has(#show-timeToDetect:checked) .measure:not(#timeToDetect){display:none}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{padding:.4rem 0;text-align:start;font-weight:600}
th,td{padding:.45rem .7rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
thead th{vertical-align:bottom;border-bottom:2px solid var(--line);font-size:.875rem;font-weight:600}
tbody th{font-weight:400}
.strong{background:var(--strong)}
.strong th{font-weight:600}
tbody :is(th,.services,.incident){overflow-wrap:anywhere}
.figures :is(th,td):not(:first-child){text-align:end}
.figures{min-width:62rem;table-layout:fixed}
.figures :is(th,td){padding-inline:.5rem}
.figures :is(th,td):first-child{width:18%}
.figures .measured{width:9.5%;white-space:nowrap}
.figures .ongoing{width:7%}
.figures .interval{width:22%}
.figures td.median{font-weight:600}
summary{padding:.4rem 0;cursor:pointer;font-weight:600}
details{margin-bottom:1rem}
details caption,.incidents caption,.actions caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
form{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.25rem;padding:.8rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
form label{max-width:100%}
form p{margin:0;color:var(--quiet)}
select,form button{max-width:min(20rem,100%);padding:.3rem .6rem;border:1px solid var(--line);border-radius:.375rem;font:inherit;color:inherit;background:var(--page)}
form button{cursor:pointer}
figure{margin:1.25rem 0 1.5rem}
.incident-chart{display:block;width:100%;max-width:60rem;height:auto;margin:0 auto}
figcaption{max-width:60rem;margin:.5rem auto 0}
.if-filtered,.filtered .median,.filtered .band{display:none}
.filtered .if-filtered{display:inline}
.incidents thead button{padding:0;border:0;font:inherit;color:inherit;text-align:start;background:none;cursor:pointer}
.incidents thead button::after{content:"↕" / "";margin-left:.3em;color:var(--quiet)}
[aria-sort=ascending] button::after{content:"↑" / ""!important;color:inherit!important}
[aria-sort=descending] button::after{content:"↓" / ""!important;color:inherit!important}
.incidents .incident{width:34%;min-width:14rem}
.incidents .services{min-width:8rem}
.actions th{width:50%}
td a,tbody th a{text-decoration:none}
td a:hover,tbody th a:hover{text-decoration:underline}
.detected,.state,.severity,.date{white-space:nowrap}
.definitions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem 2rem}
.definitions dt{font-weight:600}
.definitions dd{margin:0}
.downloads{display:flex;flex-wrap:wrap;gap:.75rem}
.downloads a{padding:.5rem 1rem;border:1px solid var(--line);border-radius:.375rem;text-decoration:none;background:var(--raised)}
@media screen and (max-width:45rem){
body{padding:1rem 1rem 3rem}
.tiles{gap:.6rem}
.tiles div{padding:.6rem .8rem}
.tiles .value{font-size:1.35rem}
.figures{min-width:44rem;font-size:.875rem}
.figures :is(th,td){padding:.4rem .35rem}
.figures :is(th,td):first-child{position:sticky;left:0;width:7rem;overflow-wrap:anywhere;background:var(--page)}
.figures .strong th:first-child{background:var(--strong)}
.figures .measured{width:4.75rem}
.figures .ongoing{display:none}
.figures .interval{width:13rem}
:is(.incidents,.actions),:is(.incidents,.actions) :is(thead,tbody,th,td){display:block}
:is(.incidents,.actions) tbody tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem .75rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
:is(.incidents,.actions) tbody :is(th,td){width:auto;min-width:0;padding:0;border:0}
:is(.incidents,.actions) tbody :is(th,.incident){grid-column:1/-1}
.incidents thead tr{display:flex;flex-wrap:wrap;gap:.1rem 1rem}
.incidents thead th{width:auto;min-width:0;padding:.3rem 0;border:0}
.incidents .incident{width:auto;min-width:0}
.incidents .services{min-width:0}
.actions thead{display:none}
td::before{color:var(--quiet);font-size:.875rem}
td.timeToRepair::before{content:"Repair "}
td.timeToResolve::before{content:"Resolve "}
td.timeToDetect::before{content:"Detect "}
td.owner::before{content:"Owner "}
td.date::before{content:"Due "}
}
@media print{
body{max-width:none;padding:0;font-size:10pt}
nav,form,fieldset,.skip,#data{display:none!important}
.measure{display:block!important}
details::details-content{content-visibility:visible;height:auto}
.scroll{overflow:visible}
.figures{min-width:0;table-layout:auto}
table{font-size:8pt}
thead th,table .quiet{font-size:inherit}
.incidents .incident{min-width:0}
.detected{white-space:normal}
.figures :is(th,td),.incidents :is(th,td){padding:.25rem .3rem}
thead{display:table-header-group}
tr,figure,.tiles div{break-inside:avoid}
h2,h3{break-after:avoid}
.incidents thead button::after{content:none!important}
}
`;
