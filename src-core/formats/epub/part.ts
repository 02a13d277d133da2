import { BrokenXml, readXml, type XmlElement } from '#core/xml/tree.ts';
import type { Archive } from '../archive.ts';
import { FormatError } from '../format-error.ts';

/** Reads an XML file of an archive. @throws FormatError damaged, with the file and the line */
export async function readPart(archive: Archive, name: string): Promise<XmlElement> {
  try {
    return readXml(await archive.text(name));
  } catch (error) {
    if (error instanceof BrokenXml) throw new FormatError('damaged', error.message, { entry: name, line: error.line });
    throw error;
  }
}
