/** Behind highlights: in the light, and in the dark. */
const hues = {
  yellow: ['#ffe58a', '#6b5a10'],
  green: ['#bfe8c5', '#23502c'],
  blue: ['#c3dcff', '#22426e'],
  pink: ['#f7c8dc', '#6a2b46'],
  orange: ['#ffd2a6', '#6e4113'],
  violet: ['#ddd0fb', '#47366f'],
  teal: ['#b4e6df', '#134e4a'],
  grey: ['#dedbd3', '#46484d'],
} as const;

/** The colour behind a highlight where there is only paper: six hexadecimal digits. */
export function paperHue(hue: keyof typeof hues): string {
  return hues[hue][0].slice(1);
}

const marks = (at: 0 | 1): string =>
  Object.entries(hues)
    .map(([name, pair]) => `mark.${name}{background:${pair[at]}}`)
    .join('');

/** The style of what is written for reading. Where a reader knows no grid, paragraphs follow each other. */
export const style = `
body{font-family:"Noto Serif",Georgia,"Times New Roman",serif;line-height:1.6;margin:0 auto;max-width:68rem;padding:1.5rem}
header{margin:1rem 0 2.5rem;text-align:center}
header p{margin:.2rem 0}
h1,h2,h3,h4,h5,h6{line-height:1.3;font-weight:600}
.chapter{margin-top:2.5rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem;margin:0 0 .7rem}
.side{min-width:0;overflow-wrap:break-word;hyphens:auto}
.side p,.side h2,.side h3,.side h4,.side h5,.side h6{margin:0 0 .4rem}
.side blockquote{margin:0 0 .4rem 1.2rem}
.side .verse{margin-left:1.2rem}
.side .note{font-size:.88em}
.languages{font-size:.85em;opacity:.7}
mark{color:inherit;border-radius:.15em;padding:.05em 0}
sup{line-height:0}
a{color:#0b6b62}
hr{border:0;border-top:1px solid;opacity:.25;margin:2rem 0}
dt{font-weight:600}
dd{margin:0 0 .4rem 1.2rem}
${marks(0)}
@media (max-width:40rem){.row{grid-template-columns:1fr}.side + .side{margin:0 0 .6rem 1rem}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.row{break-inside:avoid}a{color:inherit}}
@media screen and (prefers-color-scheme:dark){body{background:#17181a;color:#e6e3dc}a{color:#5cc4b6}${marks(1)}}
`.trim();
