import { describe, expect, test } from 'vitest';
import { readZip } from '#main/container/read-zip.ts';
import { readDocx } from '#main/formats/docx.ts';
import { docx, paragraph, run } from '../../../fixtures/formats/docx.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`;

const read = async (body: string, more: Record<string, string> = {}) =>
  readDocx(await readZip(await docx(body, { 'word/_rels/document.xml.rels': relations, ...more })));
const plain = async (body: string, more?: Record<string, string>): Promise<string[]> =>
  (await read(body, more)).texts[0]?.blocks.map(({ type, level, text }) => `${type}${level ?? ''}: ${text}`) ?? [];
const codes = async (body: string, more?: Record<string, string>): Promise<string[]> =>
  (await read(body, more)).findings.map(({ code }) => code);

const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const styles = (inner: string) => ({ 'word/styles.xml': `<w:styles ${w}>${inner}</w:styles>` });
const numbered = (text: string, level = 0, list = 1): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

describe('headings of a Word document', () => {
  test('are known by what their styles are based on, by names in other languages, and by their outline', async () => {
    const sheet = styles(
      style('1', 'Заголовок 1') +
        style('My', 'Тарау аты', '<w:basedOn w:val="1"/>') +
        style('Deep', 'Ішкі', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
        style('Loop', 'Айналма', '<w:basedOn w:val="Loop"/>'),
    );
    const body =
      paragraph('а', '1') +
      paragraph('ә', 'My') +
      paragraph('б', 'Deep') +
      `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('в')}</w:p>` +
      paragraph('г', 'Loop');
    expect(await plain(body, sheet)).toEqual(['heading1: а', 'heading1: ә', 'heading3: б', 'heading2: в', 'text: г']);
  });

  test('are guessed where they are bold and centred, and that is said', async () => {
    const title = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('Бірінші ', '<w:b/>')}${run('тарау', '<w:b/>')}</w:p>`;
    expect(await plain(title + paragraph('Мәтін.'))).toEqual(['heading1: Бірінші тарау', 'text: Мәтін.']);
    expect(await codes(title + paragraph('Мәтін.'))).toEqual(['headings-guessed']);
  });
});

describe('lists of a Word document', () => {
  const numbering = {
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
  };

  test('have the numbers that Word shows, also after a paragraph between', async () => {
    const body =
      numbered('бір') +
      numbered('ішкі', 1) +
      numbered('тағы', 1) +
      numbered('жалғасы', 0, 3) +
      numbered('екі') +
      numbered('жеті', 0, 4) +
      numbered('нүкте', 0, 2);
    expect(await plain(body, numbering)).toEqual([
      'text: 1. бір',
      'text: 1.а) ішкі',
      'text: 1.б) тағы',
      'text: жалғасы',
      'text: 2. екі',
      'text: 7. жеті',
      'text: • нүкте',
    ]);
  });
});

describe('text that Word writes apart', () => {
  test('is put together: split words, smart tags, simple fields, controls', async () => {
    const body = paragraph(
      `${run('Қаз')}<w:smartTag w:element="x">${run('ақ')}</w:smartTag><w:proofErr w:type="spellStart"/>${run('стан')}` +
        `<w:fldSimple w:instr="DATE">${run(' 1917')}</w:fldSimple><w:sdt><w:sdtContent>${run(' жыл')}</w:sdtContent></w:sdt>`,
    );
    expect(await plain(body)).toEqual(['text: Қазақстан 1917 жыл']);
  });

  test('is kept where it stands over a line or in a box: initials, readings, formulas, text boxes', async () => {
    const body =
      `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('Т')}</w:p>${paragraph('аң атты.')}` +
      `<w:p><w:r><w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r><m:oMath xmlns:m="m"><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>` +
      `<w:p>${run('Жанында')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${paragraph('Қорапта')}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>` +
      `<w:p><w:r><w:sym w:font="Times New Roman" w:char="04D9"/></w:r></w:p>`;
    expect(await plain(body)).toEqual(['text: Таң атты.', 'text: 漢x=1', 'text: Жанында', 'text: Қорапта', 'text: ә']);
  });

  test('keeps emphasis that a character style says, and none that the run takes back', async () => {
    const sheet = styles(
      `<w:style w:type="character" w:styleId="e"><w:name w:val="Ерекше"/><w:rPr><w:i/></w:rPr></w:style>`,
    );
    const { texts } = await read(
      paragraph(`${run('а', '<w:rStyle w:val="e"/>')}${run(' б', '<w:rStyle w:val="e"/><w:i w:val="0"/>')}`),
      sheet,
    );
    expect(texts[0]?.blocks[0]).toMatchObject({ text: 'а б', marks: [{ type: 'emphasis', start: 0, end: 1 }] });
  });
});

describe('what is no text of a Word document', () => {
  test('is left out and reported: contents, deleted, moved and hidden text, headers', async () => {
    const body =
      paragraph('Тарау 5', 'T1') +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Мазмұны')}</w:sdtContent></w:sdt>` +
      `<w:p>${run('Қалды')}<w:del>${run('жойылды')}</w:del><w:moveFrom>${run('көшті')}</w:moveFrom>${run('жасырын', '<w:vanish/>')}</w:p>`;
    const more = {
      ...styles(style('T1', 'toc 1')),
      'word/header1.xml': `<w:hdr ${w}>${paragraph('Кітап аты')}</w:hdr>`,
      'word/comments.xml': `<w:comments ${w}/>`,
    };
    expect(await plain(body, more)).toEqual(['text: Қалды']);
    expect((await read(body, more)).findings).toMatchObject([
      { code: 'running-heads-dropped', count: 1 },
      { code: 'furniture-dropped', count: 2 },
      { code: 'changes-accepted', count: 2 },
    ]);
  });
});
