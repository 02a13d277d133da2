import { primaryTag } from '#core/language/primary-tag.ts';

/** A voice of espeak-ng. */
export interface Voice {
  /** BCP 47 tag, in small letters as espeak-ng writes it; also what the voice is asked for by. */
  language: string;
  name: string;
  /** Further languages that it is offered for. */
  others: string[];
}

/** The voices that `espeak-ng --voices` lists, the best for a language first; lines of another form are passed over. */
export function readVoices(listing: string): Voice[] {
  return listing.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*\d+\s+(?<language>[a-z][\w-]*)\s+\S+\s+(?<name>\S+)\s+\S+\s*(?<others>.*)$/u.exec(line)?.groups;
    if (found === undefined) return [];
    const others = [...(found.others ?? '').matchAll(/\((?<tag>[a-z][\w-]*) \d+\)/gu)];
    return [
      {
        language: found.language ?? '',
        name: (found.name ?? '').replaceAll('_', ' '),
        others: others.map((one) => one.groups?.tag ?? ''),
      },
    ];
  });
}

/** The voice for a language, BCP 47: one for the very tag, else for the language whatever the region; `null` without one. */
export function voiceFor(tag: string, voices: readonly Voice[]): Voice | null {
  const asked = tag.toLowerCase();
  const primary = primaryTag(tag);
  const speaks = (one: string) => (voice: Voice) => voice.language === one || voice.others.includes(one);
  return (
    voices.find(speaks(asked)) ??
    voices.find(speaks(primary)) ??
    voices.find(({ language }) => language.startsWith(`${primary}-`)) ??
    null
  );
}
