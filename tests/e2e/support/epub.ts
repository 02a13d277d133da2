import { writeZip } from '#main/container/write-zip.ts';

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
  '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** An EPUB of chapters, each a heading and paragraphs of XHTML. @param language what the file says of its language */
export function epub(
  title: string,
  language: string,
  chapters: readonly { heading: string; paragraphs: readonly string[] }[],
): Promise<Uint8Array> {
  const items = chapters.map((_, at) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  const book =
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:identifier id="id">urn:x</dc:identifier><dc:title>${title}</dc:title><dc:language>${language}</dc:language></metadata>` +
    `<manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`;
  const pages = chapters.map(({ heading, paragraphs }, at) => ({
    name: `c${at}.xhtml`,
    data: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${heading}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<script>alert(1)</script></body></html>`,
  }));
  return writeZip([
    { name: 'mimetype', data: 'application/epub+zip' },
    { name: 'META-INF/container.xml', data: container },
    { name: 'book.opf', data: book },
    ...pages,
  ]);
}
