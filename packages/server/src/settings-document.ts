import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { SETTINGS, type Setting } from './settings.ts';
import { settingsText } from './text/settings-text.ts';

/** The text of `docs/settings.md`, made from the table of settings so that it cannot be out of date. */
export function settingsDocument(): string {
  const order: readonly Language[] = ['en', 'kk', 'ru'];
  const sections = order.filter((language) => LANGUAGES.includes(language)).map(section);
  return `<!-- Made by scripts/settings.ts. Do not edit. -->\n\n${sections.join('\n')}`;
}

/** Default value of a setting in words. */
export function defaultOf(setting: Setting, language: Language): string {
  return typeof setting.default === 'string'
    ? setting.default
    : settingsText(language)(`default.${setting.default.words}`);
}

function section(language: Language): string {
  const text = settingsText(language);
  const code = (value: string) => (value.includes(' ') ? value : `\`${value}\``);
  const entries = SETTINGS.map((setting) => {
    const otherwise =
      typeof setting.default === 'string' ? code(setting.default) : defaultOf(setting, language);
    const facts = [
      `  - ${text('document.values')}: ${text(`kind.${setting.kind}`)}\n`,
      `  - ${text('document.default')}: ${otherwise}\n`,
    ];
    return `- \`${setting.name}\`: ${text(`what.${setting.name}`)}\n${facts.join('')}`;
  });
  const title = `${text('document.title')} (${LANGUAGE_NAMES[language]})`;
  return `# ${title}\n\n${text('document.intro')}\n\n${entries.join('')}`;
}
