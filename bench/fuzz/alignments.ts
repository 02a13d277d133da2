import type { NamedFile } from '#main/formats/read-file.ts';
import type { Random } from '../random.ts';
import { archive, type Seed, text } from './corpus.ts';

const english = '<text><p id="1"><s id="s1">One.</s><s id="s2">Two <b>more</b>.</s></p></text>';
const kazakh =
  '<document><meta><lang>kk</lang></meta><P id="1"><s id="s1"><w id="w1">Бір</w><w id="w2">.</w></s></P><s id="s2">Екі.</s></document>';
const opus =
  '<?xml version="1.0"?><!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" ""><cesAlign version="1.0"><linkGrp targType="s" fromDoc="en/a.xml.gz" toDoc="kk/a.xml.gz"><link id="l1" xtargets="s1;s1" certainty="1.5"/><link xtargets="s2;s2" overlap="0.8"/></linkGrp></cesAlign>';
const intertext =
  "<?xml version='1.0' encoding='utf-8'?><linkGrp toDoc='a.kk.xml' fromDoc='a.en.xml'><link type='1-1' xtargets='s1;s1' status='man' mark='2'/><link type='1-1' xtargets='s2;s2' status='plain'/></linkGrp>";
const lines = ['Бір.\n<p>\nЕкі.\nҮш.\n', 'One.\n<p>\nTwo and three.\n'];
const pair = { 'w.kk-en.kk': 'Бір.\n\nҮш.\n', 'w.kk-en.en': 'One.\nTwo.\nThree.\n' };
const ids = 'kk/1.xml\ten/1.xml\t1\t1\nkk/1.xml\ten/1.xml\t\t2\nkk/2.xml\ten/2.xml\t1\t1\n';

/** An alignment in a file of its own, with the texts that it is between: one of the three is damaged, at times two. */
function aligned(name: string, whole: string, texts: Readonly<Record<string, string>>): Seed {
  const files = Object.entries(texts).map(([key, content]) => text(key, content));
  const beside = (source: Random, isHurt: boolean): Promise<NamedFile[]> =>
    Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: isHurt && source.below(2) === 0 ? await file.damaged(source) : Buffer.from(texts[file.name] ?? ''),
      })),
    );
  return {
    name,
    damaged: (source) =>
      source.below(2) === 0 ? Promise.resolve(Buffer.from(whole)) : text(name, whole).damaged(source),
    beside: (source) => beside(source, source.below(2) === 0),
  };
}

/** Whole files of the formats that keep texts and links apart, alone and packed together. */
export const alignmentSeeds: Readonly<Record<string, readonly Seed[]>> = {
  alignment: [
    aligned('a.xml', opus, { 'en/a.xml': english, 'kk/a.xml': kazakh }),
    aligned('a.en.kk.xml', intertext, { 'a.en.xml': english, 'a.kk.xml': kazakh }),
  ],
  ladder: [
    aligned('a.ladder', '0\t0\t0.3\n1\t1\t1.75\n2\t2\t-0.3\n4\t3\t0\n', {
      'a.txt': lines[0] ?? '',
      'b.txt': lines[1] ?? '',
    }),
  ],
  'line-pairs': [
    aligned('a.path', '\n[0]:[0]:0.15\n[2, 3]:[2]:0.5\n[]:[]:0.0\n', {
      'a.txt': lines[0] ?? '',
      'b.txt': lines[1] ?? '',
    }),
  ],
  moses: [aligned('w.kk-en.ids', ids, pair)],
  'corpus-text': [text('en.xml', english), text('kk.xml', kazakh)],
  intertext: [archive('a.zip', { 'a.en.kk.xml': intertext, 'a.en.xml': english, 'a.kk.xml': kazakh })],
  'moses-zip': [archive('w.zip', { 'w.kk-en.ids': ids, ...pair })],
};
