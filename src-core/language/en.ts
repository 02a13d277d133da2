import type { LanguageData } from './data.ts';

export const en: LanguageData = {
  script: 'latin',
  variants: {},
  dotlessI: false,
  letterWords: 'i',
  abbreviations: {
    inside:
      'mr mrs ms messrs dr prof rev hon st mt ft gen col maj capt lt sgt adm gov sen rep pres ' +
      'e.g i.e viz cf vs ca u.s u.k u.n u.s.s.r al eds trans ibid',
    last: 'etc jr sr esq inc ltd co corp a.m p.m a.d b.c b.c.e c.e ph.d m.a b.a',
    lastAfterNumber: '',
    beforeNumber:
      'no nos p pp vol vols ch chap sec art arts fig figs ed n nn ff ll pt jan feb mar apr jun jul aug sept sep oct nov dec',
    initials: 'kh zh sh ch ts yu ya ye gh dzh th ph chr wm geo jas thos chas',
  },
};
