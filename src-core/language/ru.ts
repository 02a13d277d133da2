import type { LanguageData } from './data.ts';

export const ru: LanguageData = {
  script: 'cyrillic',
  variants: { ё: 'е' },
  dotlessI: false,
  letterWords: 'я',
  abbreviations: {
    inside:
      'т.е т.н т.к т.о напр см ср им ок под прим соч изд ред сост пер цит англ нем фр каз рус лат греч букв ' +
      'тыс млн млрд трлн ул просп пл обл окр дер пос ' +
      'проф акад доц чл корр канд полк тов гр св гл стр рис табл вып кн',
    last: 'т.д т.п др пр и.о гг вв н.э руб коп ст.ст н.ст',
    lastAfterNumber: 'г в ч с',
    beforeNumber: '№ гл п пп разд т тт ст с стр рис табл вып кн февр янв апр авг сент окт нояб дек',
    initials: 'дж дз гр кс',
  },
};
