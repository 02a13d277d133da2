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

type Hue = keyof typeof hues;

/** The lines below highlights, by which they are told apart where there is no colour: as CSS has them, and as Word does. */
const lines: Readonly<Record<Hue, { css: string; word: string }>> = {
  yellow: { css: 'solid 1px', word: 'single' },
  green: { css: 'dashed 1px', word: 'dash' },
  blue: { css: 'dotted 2px', word: 'dotted' },
  pink: { css: 'wavy 1px', word: 'wave' },
  orange: { css: 'double 1px', word: 'double' },
  violet: { css: 'solid 3px', word: 'thick' },
  teal: { css: 'dashed 3px', word: 'dashedHeavy' },
  grey: { css: 'dotted 3px', word: 'dottedHeavy' },
};

/** The colour behind a highlight where there is only paper: six hexadecimal digits. */
export function paperHue(hue: Hue): string {
  return hues[hue][0].slice(1);
}

/** The line below a highlight in a Word document (ST_Underline). */
export function wordLine(hue: Hue): string {
  return lines[hue].word;
}

const names = Object.keys(hues) as Hue[];
const behind = (at: 0 | 1): string => names.map((name) => `mark.${name}{background:${hues[name][at]}}`).join('');
const below = names
  .map((name) => {
    const [look = '', width = ''] = lines[name].css.split(' ');
    return `mark.${name}{text-decoration-style:${look};text-decoration-thickness:${width}}`;
  })
  .join('');

/** The style of what is written for reading. Where a reader knows no grid, paragraphs follow each other. */
export const style = `
body{font-family:"Noto Serif",Georgia,"Times New Roman",serif;line-height:1.6;margin:0 auto;max-width:68rem;padding:1.5rem;color:#1f1d1a}
header{margin:1rem 0 3rem;text-align:center}
header h1{margin:0 0 .4rem;font-size:2em}
header .author{margin:0 0 1.2rem;font-size:1.1em}
header .row{padding-top:1rem;border-top:1px solid #8884}
header .side{text-align:center;font-size:.92em}
header .title{font-style:italic}
h1,h2,h3,h4,h5,h6{line-height:1.3;font-weight:600;break-after:avoid;page-break-after:avoid}
.side h1{font-size:1.6em}.side h2{font-size:1.45em}.side h3{font-size:1.25em}.side h4,.side h5,.side h6{font-size:1.1em}
.chapter{margin-top:2.5rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem;margin:0 0 .7rem}
.row.head{margin-top:1.6rem;break-after:avoid;page-break-after:avoid}
.chapter > .row.head:first-child{margin-top:0}
.side{min-width:0;overflow-wrap:break-word;hyphens:auto}
.side > *{margin:0 0 .4rem}
.side blockquote,.side .verse{margin-inline-start:1.2rem;margin-inline-end:0}
.side blockquote p{margin:0}
.side .verse{hyphens:none}
.side .note{font-size:.88em}
mark{color:inherit;border-radius:.15em;padding:.05em 0;text-decoration:underline;text-decoration-color:#0009;text-underline-offset:.22em;-webkit-print-color-adjust:exact;print-color-adjust:exact}
${below}
sup,sub{line-height:0;font-size:.75em}
.ref a{text-decoration:none;padding:0 .1em}
a{color:#0b6b62}
.notes,.glossary,footer{margin-top:3rem;padding-top:1rem;border-top:1px solid #8884}
.notes li{margin-bottom:.8rem}
.notes p,.notes blockquote{margin:0 0 .25rem}
.notes .item{padding-inline-start:1.2em;text-indent:-.9em}
.notes .depth2{margin-inline-start:1.2em}
.notes .depth3,.notes .depth4{margin-inline-start:2.4em}
.notes .back{text-decoration:none}
.tag{font-size:.88em;opacity:.75}
code{font-size:.9em}
dl{columns:20rem;column-gap:2.5rem}
dl div{break-inside:avoid;margin-bottom:.5rem}
dt{font-weight:600}
dd{margin:0;margin-inline-start:1.2rem}
footer{font-size:.85em;opacity:.8}
footer p{margin:0 0 .3rem}
${behind(0)}
@media (max-width:40rem){body{padding:1rem}.row{grid-template-columns:1fr}.side + .side{margin-inline-start:1rem;padding-inline-start:.6rem;border-inline-start:2px solid #8884}header .side + .side{margin:0;padding:0;border:0}}
@media print{@page{margin:18mm 16mm}body{max-width:none;padding:0;font-size:10.5pt;color:#000}.row{break-inside:avoid;gap:0 8mm}p{orphans:2;widows:2}.chapter.level1 + .chapter.level1,.notes,.glossary{break-before:page}.notes,.glossary{border:0}li{break-inside:avoid}a{color:inherit}.back{display:none}}
@media screen and (prefers-color-scheme:dark){body{background:#17181a;color:#e6e3dc}a{color:#5cc4b6}mark{text-decoration-color:#fff9}${behind(1)}}
`.trim();

/** What a book has beyond that: its pages have a frame of the reading system already. */
export const bookStyle = `${style}
body{padding:0 .5rem}
.front{margin-top:15%}
.notes,.glossary,footer{margin-top:0;padding-top:0;border:0}
`;
