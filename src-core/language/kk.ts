import type { LanguageData } from './data.ts';

export const kk: LanguageData = {
  script: 'cyrillic',
  variants: {},
  dotlessI: false,
  letterWords: '',
  abbreviations: {
    inside:
      'ж жж ғ ғғ б.з б.з.б б.з.д б.ж.с ' +
      'млн млрд трлн обл ауд респ солт оңт шығ ' +
      'проф акад доц реж тов т.ғ.к т.ғ.д ф.ғ.к ф.ғ.д э.ғ.к э.ғ.д ' +
      'т.с.с ред құраст',
    last: 'т.б т.т ж.т.б',
    lastAfterNumber: '',
    beforeNumber: '№ шам мөлш орт сур кест',
    initials: 'дж гр',
  },
};
