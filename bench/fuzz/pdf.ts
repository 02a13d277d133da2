import { deflateSync } from 'node:zlib';
import type { Random } from '../random.ts';
import { mutatedBytes, mutatedText } from './mutate.ts';

/** An object of a PDF: its dictionary without the length, and its stream. */
interface PdfObject {
  readonly entries: string;
  readonly stream?: string;
}

/** What says which letters a font's codes are. */
function letterTable(inner: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${inner} endcmap end end`;
}

const letters = letterTable('1 beginbfrange <0000> <04FF> <0000> endbfrange');

/**
 * Tables that say what they should not. They are not damaged by chance: a range that came to have millions of letters takes pdf.js
 * until the limits of the thread that it runs in.
 */
const letterTables = [
  '',
  '1 beginbfrange <04FF> <0000> <0000> endbfrange',
  '1 beginbfrange <0000> <FFFF> <D800> endbfrange',
  '9 beginbfrange <0000> <04FF> [<0041> <> <202E>] endbfrange',
  '1 beginbfchar <0053> <202E> <0054> <0000> <0055> <FFFE> endbfchar',
  '1 beginbfrange <0000> <04FF> <0000',
  '1 beginbfchar <0053> endbfchar endbfchar',
  'usecmap /Identity-H usecmap 1 begincidrange <0000> <04FF> 0 endcidrange',
  '1 beginnotdefrange <0000> <04FF> 1 endnotdefrange',
  `1 beginbfchar <0053> <${'0041'.repeat(3000)}> endbfchar`,
].map(letterTable);

/** Two pages with a running head, two columns, a note and a link, in a font with a table of letters and one without. */
const objects: readonly PdfObject[] = [
  { entries: '/Type /Catalog /Pages 2 0 R /Lang (kk) /Outlines 9 0 R' },
  { entries: '/Type /Pages /Kids [3 0 R 4 0 R] /Count 2' },
  page(5, '/Annots [<< /Type /Annot /Subtype /Link /Rect [72 680 200 700] /A << /S /URI /URI (https://e.kz/) >> >>]'),
  page(6, '/Rotate 0'),
  {
    entries: '',
    stream: content([
      ['Head', 72, 800],
      ['The Provisional Govern-', 72, 700],
      ['ment could not', 72, 686],
      ['Second column', 320, 700],
      ['1 A note.', 72, 60],
    ]),
  },
  {
    entries: '',
    stream: content([
      ['Head', 72, 800],
      ['solve it.', 72, 700],
      ['Another paragraph', 90, 660],
      ['of two lines.', 72, 646],
    ]),
  },
  {
    entries:
      '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [65 /afii10017] >>',
  },
  {
    entries:
      '/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 11 0 R',
  },
  { entries: '/Type /Outlines /First 12 0 R /Last 12 0 R /Count 1' },
  {
    entries:
      '/Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [65 [500 600] 70 90 400]',
  },
  { entries: '', stream: letters },
  { entries: '/Title (Part one) /Parent 9 0 R /Dest [3 0 R /XYZ 72 700 0]' },
  { entries: '/Title <FEFF049A04300437> /Author (A. B.)' },
];

function page(contents: number, more: string): PdfObject {
  return {
    entries: `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(contents)} 0 R /Resources << /Font << /F 7 0 R /G 8 0 R >> >> ${more}`,
  };
}

function content(lines: readonly (readonly [text: string, x: number, y: number])[]): string {
  const shown = lines.map(([text, x, y], at) =>
    at % 2 === 0
      ? `BT /F 12 Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET`
      : `BT /G 12 Tf ${String(x)} ${String(y)} Td [<${hex(text)}> -250 <0416>] TJ T* <0416> ' ET`,
  );
  return `q 1 0 0 1 0 0 cm\n${shown.join('\n')}\nQ`;
}

function hex(text: string): string {
  return Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

/** What means something where it is put into an object or into what draws a page. */
const splinters = [
  ' 3 0 R ', ' 1 0 R ', ' 99 0 R ', '<<', '>>', '[', ']', '(', ')', '/', 'null', '-1', '0', '1e999', '99999999999',
  ' /Kids [2 0 R] ', ' /Count -5 ', ' /Parent 3 0 R ', ' /Rotate 37 ', ' /MediaBox [0 0 1e30 -1e30] ', ' /UserUnit 1e9 ',
  ' BT ', ' ET ', ' q ', ' Q ', ' Do ', ' BI ID EI ', ' 0 0 0 0 0 0 Tm ', ' 1e30 0 0 1e30 0 0 cm ', ' 1e9 Tc ', ' -100 Tz ', ' NaN Tw ',
  ' beginbfchar <0041> <202E> endbfchar ', ' beginbfrange <0000> <00FF> [<0041>] endbfrange ', ' usecmap ', ' /JS (app.alert) ',
]; // prettier-ignore

/** A damaged PDF whose streams are packed and whose table of objects fits, so that damage reaches what reads them; at times not. */
export function damagedPdf(source: Random): Uint8Array {
  const list = objects.map(({ entries, stream }) => ({ entries, stream }));
  for (let times = 1 + source.below(3); times > 0; times -= 1) {
    const hurt = source.pick(list);
    if (hurt.stream === letters) hurt.stream = source.pick(letterTables);
    else if (hurt.stream !== undefined && source.below(3) > 0) {
      hurt.stream = mutatedText(hurt.stream, source, splinters);
    } else hurt.entries = mutatedText(hurt.entries, source, splinters);
  }
  const bytes = written(list, source.below(2) === 0, source);
  return source.below(8) === 0 ? mutatedBytes(bytes, source) : bytes;
}

function written(
  list: readonly { entries: string; stream: string | undefined }[],
  packs: boolean,
  source: Random,
): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const places: number[] = [];
  for (const [at, { entries, stream }] of list.entries()) {
    places.push(length);
    add(Buffer.from(`${String(at + 1)} 0 obj\n`));
    if (stream === undefined) add(Buffer.from(`<< ${entries} >>\nendobj\n`, 'latin1'));
    else {
      const plain = Buffer.from(stream, 'latin1');
      const data = packs ? hurtAtTimes(deflateSync(plain), source) : plain;
      const lied = source.below(10) === 0 ? source.pick([0, -1, 1e9]) : data.length;
      add(
        Buffer.from(
          `<< ${entries} /Length ${String(lied)} ${packs ? '/Filter /FlateDecode' : ''} >>\nstream\n`,
          'latin1',
        ),
      );
      add(data);
      add(Buffer.from('\nendstream\nendobj\n'));
    }
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = String(places.length + 1);
  const end = `trailer\n<< /Size ${count} /Root 1 0 R /Info 13 0 R >>\nstartxref\n${String(length)}\n%%EOF\n`;
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`));
  return Buffer.concat(parts);
}

function hurtAtTimes(packed: Buffer, source: Random): Buffer {
  return source.below(6) === 0 ? Buffer.from(mutatedBytes(packed, source)) : packed;
}
