import type { ReadVariable } from './read-dta.ts';

type Results = Readonly<Record<string, number>>;
type Column = readonly (number | string)[];

/** What running came to: how many assertions held, and the variables that were looked at. */
export type DoFileRun = { readonly held: number; readonly used: ReadonlySet<string> };

/**
 * Runs a do-file in the few commands of Stata that we write, each in the one form we write it in; anything else is refused, and
 * so is a variable that the open file does not have. Not Stata: what it cannot show is whether Stata reads these lines the same
 * way.
 *
 * @param open reads a file that the do-file names
 * @throws Error on a line that is none of these commands, and on an assertion that does not hold
 */
export function runDoFile(
  script: string,
  open: (name: string) => readonly ReadVariable[],
): DoFileRun {
  let file: ReadonlyMap<string, ReadVariable> = new Map();
  let temporary: { readonly name: string; readonly values: Column | null } | null = null;
  let results: Results = {};
  let held = 0;
  const used = new Set<string>();

  const column = (name: string): Column => {
    if (name === `\`${temporary?.name}'` && temporary?.values) return temporary.values;
    const variable = file.get(name);
    if (!variable) throw new Error(`variable ${name} not found`);
    if (variable.type.endsWith('string')) throw new Error(`${name} is a text`);
    used.add(name);
    return variable.values;
  };
  const number = (text: string) => {
    if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)) throw new Error(`no number: ${text}`);
    return Number(text);
  };
  const result = (name: string) => {
    const value = results[name];
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  };

  const commands: readonly { readonly form: RegExp; run(parts: readonly string[]): void }[] = [
    { form: /^version 14$/, run() {} },
    { form: /^set more off$/, run() {} },
    { form: /^describe$/, run() {} },
    { form: /^codebook, compact$/, run() {} },
    { form: /^display "[^"`$]*"$/, run() {} },
    {
      form: /^use "([A-Za-z_][A-Za-z0-9_]{0,31}\.dta)", clear$/,
      run([name = '']) {
        file = new Map(open(name).map((variable) => [variable.name, variable]));
        temporary = null;
      },
    },
    {
      form: /^tempvar (\w+)$/,
      run([name = '']) {
        temporary = { name, values: null };
      },
    },
    {
      form: /^quietly recode (\w+)((?: \(-?[\d.]+ = -?[\d.]+\))+), generate\(`(\w+)'\)$/,
      run([name = '', rules = '', into = '']) {
        if (temporary?.name !== into || temporary.values) throw new Error(`${into} is not free`);
        const points = new Map(
          [...rules.matchAll(/\((\S+) = (\S+)\)/g)].map(([, from = '', to = '']) => {
            // Into whole numbers only: Stata keeps other ones with seven digits here.
            if (!Number.isInteger(number(to))) throw new Error(`not whole: ${to}`);
            return [number(from), number(to)] as const;
          }),
        );
        const values = column(name).map((value) =>
          typeof value === 'number' ? (points.get(value) ?? value) : value,
        );
        temporary = { name: into, values };
      },
    },
    {
      form: /^quietly summarize (\w+|`\w+')(?: if (\w+) == (-?\d+))?$/,
      run([name = '', by, wanted]) {
        const condition = by === undefined ? null : column(by);
        results = summary(
          column(name).filter((_, row) => !condition || condition[row] === Number(wanted)),
        );
      },
    },
    {
      form: /^quietly count if (\w+) == (-?\d+|\.[a-z])$/,
      run([name = '', code = '']) {
        const value = code.startsWith('.') ? code : Number(code);
        results = { 'r(N)': column(name).filter((cell) => cell === value).length };
      },
    },
    {
      form: /^assert (r\(N\)) == (\d+)$/,
      run([name = '', value = '']) {
        if (result(name) !== number(value)) throw new Error(`${name} is ${result(name)}`);
        held += 1;
      },
    },
    {
      form: /^assert reldif\((r\(\w+\)), (\S+)\) < 1e-9$/,
      run([name = '', text = '']) {
        const value = number(text);
        const difference = Math.abs(result(name) - value) / (Math.abs(value) + 1);
        if (!(difference < 1e-9)) throw new Error(`${name} is ${result(name)}`);
        held += 1;
      },
    },
  ];

  script.split('\n').forEach((line, place) => {
    if (line === '' || line.startsWith('*')) return;
    const command = commands.find(({ form }) => form.test(line));
    if (!command) throw new Error(`line ${place + 1} is no command we write: ${line}`);
    try {
      command.run(command.form.exec(line)?.slice(1) ?? []);
    } catch (error) {
      throw new Error(`line ${place + 1}: ${line}: ${error instanceof Error ? error.message : ''}`);
    }
  });
  return { held, used };
}

/** What `summarize` leaves behind; nothing but N of no values, as in Stata. */
function summary(cells: Column): Results {
  const values = cells.filter((cell): cell is number => typeof cell === 'number');
  const n = values.length;
  if (n === 0) return { 'r(N)': 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    'r(N)': n,
    'r(mean)': mean,
    'r(min)': Math.min(...values),
    'r(max)': Math.max(...values),
    ...(n > 1 ? { 'r(sd)': Math.sqrt(squares / (n - 1)) } : {}),
  };
}
