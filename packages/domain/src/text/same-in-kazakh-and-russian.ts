/**
 * Whole texts that are rightly the same in Kazakh and in Russian. A Kazakh speaker has looked at
 * each; everything else that is equal counts as left untranslated.
 */
export const SAME_IN_KAZAKH_AND_RUSSIAN: ReadonlySet<string> = new Set([
  'Генограмма',
  'Телефон',
  'Файл',
  'Психолог',
  'Супервизор',
  'Пароль',
  'Логин',
  'Аудит',
  'Сервер',
  'База',
  'Медиана',
  'Альфа',
  'Каппа',
  'Интервал',
  'Русский',
  'Қазақша',
  '{{count}} балл',
  'Балл',
  'Мин.',
  'Макс.',
  '{{minutes}} мин {{seconds}} с',
  '{{seconds}} с',
  'База: {{n}} ({{unit}})',
  'База (n)',
]);
