const spaces = ['office', 'style', 'text', 'table', 'draw', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const styles =
  '<style:default-style style:family="paragraph"><style:text-properties fo:language="kk" fo:country="KZ"/></style:default-style><style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"/><style:style style:name="Quotations" style:family="paragraph"/>';
const automatic =
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic" style:text-position="super 58%"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>';
const body =
  '<office:text><text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>Жоқ</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Бірінші</text:h><text:p>Сөз<text:s text:c="3"/><text:span text:style-name="T1">мен</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Түсінік.</text:p></text:note-body></text:note> <text:a xlink:href="https://e.kz/">іс</text:a>.</text:p><text:p text:style-name="P1">бір<text:line-break/>екі</text:p><text:list text:style-name="L1"><text:list-item><text:p>бір</text:p><text:list><text:list-item><text:p>екі</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>а</text:p></table:table-cell><table:table-cell table:number-columns-repeated="9"><text:p>б</text:p></table:table-cell></table:table-row></table:table><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame><draw:frame><draw:text-box><text:p>Қорап</text:p></draw:text-box></draw:frame></text:p></office:text>';
const about =
  '<office:meta><dc:title>Қазан</dc:title><meta:initial-creator>А. Б.</meta:initial-creator><dc:language>kk-KZ</dc:language></office:meta>';

/** The parts of an OpenDocument text with something of all that is read. */
export const openDocument: Readonly<Record<string, string>> = {
  'META-INF/manifest.xml': '<manifest:manifest><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
  'styles.xml': `<office:document-styles ${spaces}><office:styles>${styles}</office:styles></office:document-styles>`,
  'meta.xml': `<office:document-meta ${spaces}>${about}</office:document-meta>`,
  'content.xml': `<?xml version="1.0"?><office:document-content ${spaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
};

/** The same as one file of XML. */
export const flatDocument = `<?xml version="1.0"?><office:document ${spaces}>${about}<office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${body}</office:body></office:document>`;
