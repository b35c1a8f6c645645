import type { Language } from '../../../text/index.ts';

/** Numbers as reports in a language write them, rounded half up. */
export function writtenIn(language: Language) {
  const decimalSign = language === 'en' ? '.' : ',';
  const group = { en: ',', ru: '\u00a0', kk: ' ' }[language];
  const number = (value: number, decimals = 0) => {
    const [whole = '', fraction] = (Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals)
      .toFixed(decimals)
      .split('.');
    const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
    return fraction === undefined ? grouped : `${grouped}${decimalSign}${fraction}`;
  };
  const percent = (value: number, decimals = 1) =>
    `${number(value, decimals)}${{ en: '%', ru: '\u00a0%', kk: ' %' }[language]}`;
  return { number, percent };
}
