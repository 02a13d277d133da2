import { writeZip } from '#main/container/write-zip.ts';
import type { NamedFile } from '#main/formats/read-file.ts';
import type { Random } from '../random.ts';
import { mutatedJson } from './json.ts';
import { mutatedBytes, mutatedText } from './mutate.ts';
import { flatDocument, openDocument } from './opendocument.ts';
import { damagedPdf } from './pdf.ts';
import { restructured } from './structure.ts';

/** A whole file of a format, and how a damaged one is made of it. */
export interface Seed {
  readonly name: string;
  readonly damaged: (source: Random) => Promise<Uint8Array>;
  /** Of an alignment that stands apart from its texts: these, in the order in which it needs them. */
  readonly beside?: (source: Random) => Promise<readonly NamedFile[]>;
}

/** A file of text; of markup and JSON, mostly damaged so that tags and brackets stay whole. */
export function text(name: string, whole: string): Seed {
  return {
    name,
    damaged: (source) => {
      const bytes = Buffer.from(damagedText(whole, source));
      // Some with bytes that are no text as well.
      return Promise.resolve(source.below(10) === 0 ? mutatedBytes(bytes, source) : bytes);
    },
  };
}

function damagedText(whole: string, source: Random): string {
  const kind = source.below(4);
  if (whole.includes('</') && kind < 3) {
    const damaged = restructured(whole, source);
    return kind === 0 ? mutatedText(damaged, source) : damaged;
  }
  if (/^[{[]/u.test(whole) && kind < 3) return mutatedJson(whole, source);
  return mutatedText(whole, source);
}

/** An archive whose files are damaged and packed again, so that it is more than a broken archive; at times that as well. */
export function archive(name: string, files: Readonly<Record<string, string>>): Seed {
  const names = Object.keys(files);
  return {
    name,
    damaged: async (source) => {
      const hurt = new Set([source.pick(names), ...(source.below(3) === 0 ? [source.pick(names)] : [])]);
      const parts = names.map((part) => ({
        name: part,
        data: hurt.has(part) ? damagedText(files[part] ?? '', source) : (files[part] ?? ''),
      }));
      const bytes = await writeZip(parts);
      return source.below(10) === 0 ? mutatedBytes(bytes, source) : bytes;
    },
  };
}

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const book = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<?xml version="1.0"?><container><rootfiles><rootfile full-path="o/book.opf"/></rootfiles></container>',
  'o/book.opf':
    '<package version="3.0"><metadata><title>Қазан</title><creator id="c">А. Б.</creator><meta property="role" refines="#c">aut</meta><date>1917</date><language>kk</language><identifier>a</identifier></metadata><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine toc="n"><itemref idref="a"/><itemref idref="b"/></spine></package>',
  'o/nav.xhtml':
    '<html><body><nav epub:type="toc"><ol><li><a href="a.xhtml">Бірінші</a><ol><li><a href="b%20b.xhtml#n">Екінші</a></li></ol></li></ol></nav></body></html>',
  'o/a.xhtml':
    '<?xml version="1.0"?><html><body><h1>Бірінші</h1><p>Сөз<sup><a id="r" href="b%20b.xhtml#n" epub:type="noteref">1</a></sup> мен <em>іс</em>.</p><table><tr><td>а</td><td>б</td></tr></table></body></html>',
  'o/b b.xhtml':
    '<html><body><p>Мәтін.</p><aside id="n" epub:type="footnote"><p><a href="a.xhtml#r">1</a> Түсінік.</p></aside></body></html>',
};

const document = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${office}/hyperlink" Target="https://e.kz/" TargetMode="External"/></Relationships>`,
  'word/styles.xml': `<w:styles ${word}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>`,
  'word/footnotes.xml': `<w:footnotes ${word}><w:footnote w:id="1"><w:p><w:r><w:t>Түсінік.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  'word/document.xml': `<w:document ${word}><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Бірінші</w:t></w:r></w:p><w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Сөз </w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:hyperlink r:id="r3"><w:r><w:t>мен</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>іс</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
  'docProps/core.xml': '<a><title>Қазан</title><creator>А. Б.</creator><language>kk</language></a>',
};

/** Whole files of each format that is read, by the format's id. */
export const corpus: Readonly<Record<string, readonly Seed[]>> = {
  epub: [archive('a.epub', book)],
  docx: [archive('a.docx', document)],
  odt: [archive('a.odt', openDocument)],
  fodt: [text('a.fodt', flatDocument)],
  pdf: [{ name: 'a.pdf', damaged: (source) => Promise.resolve(damagedPdf(source)) }],
  fb2: [
    text(
      'a.fb2',
      '<?xml version="1.0"?><FictionBook xmlns:l="x"><description><title-info><author><first-name>А</first-name></author><book-title>Қазан</book-title><lang>kk</lang></title-info></description><body><title><p>Қазан</p></title><section><title><p>І</p></title><epigraph><p>Сөз</p></epigraph><p>Мәтін <emphasis>осы</emphasis> <a l:href="#n" type="note">1</a>.</p><poem><stanza><v>бір</v><v>екі</v></stanza></poem><table><tr><td>а</td></tr></table></section></body><body name="notes"><section id="n"><title><p>1</p></title><p>Түсінік.</p></section></body></FictionBook>',
    ),
  ],
  html: [
    text(
      'a.html',
      '<!DOCTYPE html><html lang="kk"><head><title>Қазан</title><meta name="author" content="А"></head><body><nav>м</nav><article><h1>Қазан</h1><p>Сөз <b>мен <i>іс</b></i> <a href="https://e.kz/?a&amp;b">осы</a><sup><a id="r" href="#n">1</a></sup>.</p><blockquote>Дәйек<br>сөз</blockquote><ol start=3><li>бір<li>екі</ol><table><tr><td>а<td>б</table><pre>бір\nекі</pre><img alt="сурет"><svg><foreignObject><p>x</p></foreignObject></svg><p id="n"><a href="#r">1</a> Түсінік.</p></article></body></html>',
    ),
  ],
  markdown: [
    text(
      'a.md',
      '---\ntitle: Қазан\nlang: kk\n---\n# Қазан\n\nСөз *мен **іс*** [осы](https://e.kz "т")[^1].\n\n> Дәйек\n> сөз\n\n1. бір\n   - екі\n\n| а | б |\n|---|---|\n| в | г |\n\n```\nкод\n```\n\n<b>x</b> ![сурет](a.png)\n\n[^1]: Түсінік.\n',
    ),
  ],
  txt: [
    text(
      'a.txt',
      'Қазан\n\n1-тарау\n\nУақытша үкіметтің халық күткен аграрлық мәселені шеше\nалмауы халықтың наразылығын күшейтті.\n\n  бір\n  екі\n',
    ),
  ],
  subtitles: [
    text(
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n<i>Сөз</i>\n- мен\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}іс\n',
    ),
    text('a.vtt', 'WEBVTT\n\nSTYLE\n::cue { }\n\n00:01.000 --> 00:02.000 line:0\n<v А>Сөз &amp; іс</v>\n'),
  ],
  tmx: [
    text(
      'a.tmx',
      '<?xml version="1.0"?><tmx version="1.4"><header srclang="kk" segtype="paragraph" creationtool="a" creationtoolversion="1" o-tmf="a" adminlang="en" datatype="xml"><note>а</note></header><body><tu tuid="1" changedate="20200101T000000Z"><prop type="status">ok</prop><note>т</note><tuv xml:lang="kk"><seg>Сөз <bpt i="1" type="bold">&lt;b></bpt>мен<ept i="1">&lt;/b></ept> іс.</seg></tuv><tuv xml:lang="en-GB"><seg>Word<ph x="1"/> and deed.</seg></tuv></tu><tu><tuv lang="EN"><seg>One</seg></tuv><tuv lang="KK"><seg>Бір</seg></tuv></tu></body></tmx>',
    ),
  ],
  xliff: [
    text(
      'a.xlf',
      '<?xml version="1.0"?><xliff version="2.1" srcLang="kk" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u"><notes><note id="n" appliesTo="target">т</note></notes><originalData><data id="d">&lt;b></data></originalData><segment id="s" state="final"><source>Сөз <pc id="1" dataRefStart="d">мен</pc> іс.</source><target>Word and deed.</target></segment><ignorable><source> </source></ignorable></unit></file></xliff>',
    ),
    text(
      'b.xlf',
      '<xliff version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext"><body><group><trans-unit id="1" approved="yes"><source>He <g id="1">came</g></source><seg-source><mrk mtype="seg" mid="1">He came</mrk></seg-source><target state="final"><mrk mtype="seg" mid="1">Ол <x id="2"/>келді</mrk></target><note>т</note></trans-unit></group></body></file></xliff>',
    ),
  ],
  tei: [
    text(
      'a.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Қазан</title></titleStmt></fileDesc></teiHeader><text><body><div xml:lang="kk"><head>І</head><p xml:id="a1"><s xml:id="a1.1">Сөз.</s> <s xml:id="a1.2">Іс.</s></p><lg xml:id="a2"><l>бір</l><l>екі</l></lg><note xml:id="n">Түсінік</note></div><div xml:lang="en"><p xml:id="b1" corresp="#a1">Word. <hi rend="italic">Deed.</hi></p></div></body></text><linkGrp type="alignment"><link target="#a2 #b1"/></linkGrp></TEI>',
    ),
  ],
  xces: [
    archive('a.zip', {
      'alignment.xml':
        '<?xml version="1.0"?><cesAlign version="1.0"><linkGrp targType="s" fromDoc="kk/a.xml" toDoc="en/a.xml"><link id="l1" xtargets="s1;s1 s2" certainty="0.5"/><link id="l2" xtargets="s2;"/></linkGrp></cesAlign>',
      'kk/a.xml': '<text><p id="1"><s id="s1">Бір сөз.</s><s id="s2">Екі сөз.</s></p></text>',
      'en/a.xml': '<text><p id="1"><s id="s1">One.</s><s id="s2">Two.</s></p></text>',
    }),
  ],
  tsv: [
    text('a.tsv', 'kk\ten\tstatus\tnotes\nСөз\tWord\tconfirmed\tт\n"Екі\nжол"\tTwo ""lines""\tauto\t\n'),
    text('a.csv', 'kk,en\n"а, б","a, b"\nв,c\n'),
  ],
};
