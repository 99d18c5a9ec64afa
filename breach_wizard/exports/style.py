"""The style sheet of the web page: light and dark, 320 pixels wide or an A4 sheet; and what a page may load."""

import base64
import hashlib
from typing import Final

# A browser refuses whatever the page does not name here, so that even a mistake of ours could run and load nothing.
POLICY: Final = "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'"
WITHIN: Final = "; img-src data:; font-src data:"
"""What a body's own style sheet may show besides: a logo or a font that it holds itself."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #505a5f; --rule: #8a9296; --link: #0b4f9e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #17191b; --soft: #b4bcc0; --rule: #737b80; --link: #8fbdff; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 100%/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem clamp(.75rem, 4vw, 2rem) 3rem; overflow-wrap: anywhere; }
header { max-width: 46rem; margin: 0 auto; padding: 1rem clamp(.75rem, 4vw, 2rem) 0; overflow-wrap: anywhere; }
header p { margin: 0; font-weight: 600; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: .5rem 0 0; }
h2 { font-size: 1.3rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
p, ul { margin: .6rem 0; }
ul { padding-inline-start: 1.4rem; }
li { margin: .4rem 0; }
li > p { margin: 0; }
li > p[dir] + p[dir], li > p + p[dir] { margin-top: .6rem; }
section > ul > li { margin: .8rem 0; }
[dir=auto], [dir=auto] > li, bdi { unicode-bidi: plaintext; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; border-top: 1px solid var(--rule); }
th, td { padding: .55rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; text-align: start; }
th { width: 38%; padding-inline-end: 1rem; font-weight: 600; }
td > :first-child { margin-top: 0; }
td > :last-child { margin-bottom: 0; }
table.typed { margin: .6rem 0; table-layout: auto; }
.typed th { width: auto; }
.typed th, .typed td { padding-inline-end: 1rem; }
em { color: var(--soft); }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
figure { margin: 1.75rem 0 0; }
figcaption { margin-top: .6rem; color: var(--soft); font-size: .9rem; }
svg { display: block; width: 18rem; max-width: 100%; height: auto; overflow: visible; }
svg text { fill: currentColor; font-size: 14px; }
svg .day { font-size: 15px; font-weight: 600; }
svg .time { font-weight: 600; }
svg .gap { fill: var(--soft); }
svg line { stroke: var(--rule); stroke-width: 2; }
svg circle { fill: currentColor; }
@media (max-width: 30rem) { th { width: 40%; padding-inline-end: .6rem; font-size: .875rem; line-height: 1.7; } }
@page {
  size: A4; margin: 16mm 20mm 18mm;
  @bottom-right { content: counter(page) " of " counter(pages); font: 9pt sans-serif; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; line-height: 1.4; }
  main, header { max-width: none; padding: 0; }
  h1 { font-size: 17pt; margin: 0; }
  h2 { font-size: 13pt; margin-top: 16pt; }
  h3 { font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  th, td { padding-block: .3rem; }
  section > ul > li { margin: .4rem 0; }
  figure { margin-top: 12pt; }
  svg { width: 15rem; }
  tr, figure { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; }
}
"""


def policy(*styles: str, shows_data: bool = False) -> str:
    """Return the element that lets a page use these style sheets, and nothing from elsewhere.

    Args:
        styles: each as it stands in an element of its own.
        shows_data: pictures and fonts that a style sheet holds itself are shown.
    """
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles)
    allowed = POLICY.format(" ".join(f"'sha256-{one}'" for one in digests)) + (WITHIN if shows_data else "")
    return f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
