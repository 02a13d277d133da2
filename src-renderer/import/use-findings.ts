import { useTranslation } from 'react-i18next';
import type { FilePlace } from '#core/formats/format-error.ts';
import type { Finding } from '#core/formats/imported.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';

/** Says what was found out, left out or repaired while a file was read. */
export function useFinding(): (finding: Finding) => string {
  const { t } = useTranslation('import');
  const format = useFormat();
  return ({ code, count, values = {} }) => {
    const language = typeof values.language === 'string' ? autonym(values.language) : '';
    const said = typeof values.said === 'string' ? autonym(values.said) : '';
    const encoding = typeof values.encoding === 'string' ? values.encoding.toUpperCase() : '';
    const shown = { ...values, count, times: format.number(count), language, said, encoding };
    // Of a file with very many, the first are named and the rest counted.
    if ((code === 'id-missing' || code === 'id-doubled') && values.id === undefined) {
      return t(`finding.${code}-more`, shown);
    }
    if (code === 'language-guessed' && said !== '') return t('finding.language-other', shown);
    return t(`finding.${code}`, shown);
  };
}

/** Says where in a file something is; empty where it is nowhere in particular. */
export function usePlace(): (place: FilePlace | undefined) => string {
  const { t } = useTranslation('import');
  const format = useFormat();
  return (place) =>
    [
      place?.entry === undefined ? null : t('place.entry', { entry: place.entry }),
      place?.page === undefined ? null : t('place.page', { page: format.number(place.page) }),
      place?.line === undefined ? null : t('place.line', { line: format.number(place.line) }),
    ]
      .filter((part) => part !== null)
      .join(', ');
}

/** The name of a format; one that is not known yet is named by its id. */
export function useFormatName(): (id: string) => string {
  const { t } = useTranslation('import');
  const names: Readonly<Record<string, string>> = {
    txt: t('format.txt'),
    markdown: t('format.markdown'),
    html: t('format.html'),
    epub: t('format.epub'),
    docx: t('format.docx'),
    odt: t('format.odt'),
    fodt: t('format.fodt'),
    fb2: t('format.fb2'),
    pdf: t('format.pdf'),
    subtitles: t('format.subtitles'),
    tmx: t('format.tmx'),
    xliff: t('format.xliff'),
    tei: t('format.tei'),
    xces: t('format.xces'),
    intertext: t('format.intertext'),
    alignment: t('format.alignment'),
    ladder: t('format.ladder'),
    'line-pairs': t('format.line-pairs'),
    moses: t('format.moses'),
    'moses-zip': t('format.moses-zip'),
    'corpus-text': t('format.corpus-text'),
    tsv: t('format.columns'),
  };
  return (id) => names[id] ?? id.toUpperCase();
}
