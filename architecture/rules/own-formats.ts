import { isCode, isForTests, type Rule, withoutComments } from '../source-file.ts';

const BROWSER_FORMATS =
  /\bIntl\.(DateTimeFormat|NumberFormat|RelativeTimeFormat|ListFormat|DurationFormat|DisplayNames)\b|\.toLocale\w*\(/;

/** Browsers have no Kazakh dates, numbers or order of letters and do not say so; `domain/text` has. */
export const ownFormats: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isForTests(file))
    .flatMap(({ path, text }) => {
      const found = BROWSER_FORMATS.exec(withoutComments(text));
      return found ? [`${path}: uses ${found[0].replace('(', '')}; domain/text knows Kazakh`] : [];
    });
