import type { Language } from '../../../text/index.ts';
import { cutToBytes, utf8Length } from '../utf8.ts';
import { variableName } from '../variable-names.ts';
import type { SavVariable } from './sav-layout.ts';

/** What is counted in every member: the option was chosen. */
const CHOSEN = '1';
const LABEL_BYTES = 120;

/**
 * The questions with several answers as SPSS's multiple response sets, so that its tables count
 * respondents and mentions by themselves, each labelled with its question; empty where there are none. A line for each:
 * `$name=D1 1 <bytes of label> <label> <variables>`, variables by their short names in lower case.
 */
export function responseSets(variables: readonly SavVariable[], language: Language): string {
  const members = new Map<string, SavVariable[]>();
  for (const laid of variables) {
    const { source } = laid.variable;
    if (source.kind !== 'option') continue;
    const key = `${source.form} ${source.linkId}`;
    members.set(key, [...(members.get(key) ?? []), laid]);
  }
  const taken = new Set<string>();
  return [...members]
    .map(([key, set]) => {
      const label = cutToBytes(set[0]?.variable.question[language] ?? '', LABEL_BYTES);
      const name = variableName(key.split(' ')[1] ?? '', taken);
      const names = set.map(({ shortName }) => shortName.toLowerCase());
      return `$${name}=D${CHOSEN.length} ${CHOSEN} ${utf8Length(label)} ${label} ${names.join(' ')}\n`;
    })
    .join('');
}
