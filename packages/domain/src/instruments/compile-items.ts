import { compileExpression, type Wanted } from './compile-expression.ts';
import type { CompiledItem } from './compiled-form.ts';
import { errorAt, type Finding, refusedAt } from './finding.ts';
import type { Expression } from './form-bundle.ts';
import type { Item, Option } from './form-item.ts';
import type { FormPackage } from './form-package.ts';
import { ExpressionRefused } from './parse-expression.ts';

/** A name that every JavaScript object has (`constructor`) would be found in answers that do not hold it. */
const isReserved = (name: string) => name in {};

/** The items of a package in document order with their expressions compiled, and what is wrong with them. */
export function compileItems(pkg: FormPackage): { items: CompiledItem[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const items: CompiledItem[] = [];
  flatten(pkg, pkg.items, { place: 'items', group: null, roster: null, items, findings });

  const byLinkId = new Map<string, CompiledItem>();
  const names = new Map<string, string>();
  for (const item of items) {
    if (isReserved(item.linkId)) {
      findings.push(errorAt('name-reserved', item.place, { linkId: item.linkId }));
    }
    // Other programs do not tell `Age` from `age`.
    const name = item.linkId.toLowerCase();
    const before = names.get(name);
    if (before !== undefined) {
      findings.push(errorAt('name-used-twice', item.place, { linkId: item.linkId, before }));
    } else {
      names.set(name, item.place);
      byLinkId.set(item.linkId, item);
    }
    findings.push(...oddities(item, pkg));
  }

  const depends = items.map(() => [] as number[]);
  for (const item of items) {
    const parent = item.roster ?? item.group;
    if (parent !== null) depends[item.slot]!.push(parent);
    compileExpressions(item, { items, byLinkId, depends: depends[item.slot]!, findings });
    findings.push(...rowsFromFindings(item, byLinkId));
  }
  findings.push(...cyclesIn(items, depends));
  return { items, findings };
}

type Surroundings = {
  place: string;
  group: number | null;
  roster: number | null;
  items: CompiledItem[];
  findings: Finding[];
};

function flatten(pkg: FormPackage, source: readonly Item[], around: Surroundings) {
  source.forEach((item, index) => {
    const place = `${around.place}[${index}]`;
    const slot = around.items.length;
    around.items.push({
      slot,
      linkId: item.linkId,
      type: item.type,
      item,
      place,
      group: around.group,
      roster: around.roster,
      options: optionsOf(item, place, pkg, around.findings),
      isCalculated: 'calculation' in item && item.calculation !== undefined,
      enableWhen: null,
      calculation: null,
      constraints: [],
    });
    if (item.type === 'group') {
      flatten(pkg, item.items, { ...around, place: `${place}.items`, group: slot });
    } else if (item.type === 'roster') {
      flatten(pkg, item.items, { ...around, place: `${place}.items`, roster: slot });
    }
  });
}

function optionsOf(item: Item, place: string, pkg: FormPackage, findings: Finding[]): Option[] {
  if (item.type !== 'choice' && item.type !== 'multi-choice') return [];
  const { options } = item;
  const list = typeof options === 'string' ? pkg.optionLists[options] : options;
  const at = `${place}.options`;
  if (!list) {
    findings.push(
      errorAt('unknown-option-list', at, { linkId: item.linkId, found: String(options) }),
    );
    return [];
  }
  for (const { id } of list) {
    if (isReserved(id))
      findings.push(errorAt('name-reserved', at, { linkId: item.linkId, found: id }));
  }
  for (const key of ['id', 'code'] as const) {
    const seen = new Set<string>();
    for (const option of list) {
      const value = option[key];
      if (value === undefined) continue;
      if (seen.has(value)) {
        findings.push(errorAt(`option-${key}-twice`, at, { linkId: item.linkId, found: value }));
      }
      seen.add(value);
    }
  }
  return list;
}

/** What contradicts itself in one item. */
function oddities({ item, place, linkId, options, isCalculated }: CompiledItem, pkg: FormPackage) {
  const found: Finding[] = [];
  const limits = item as { min?: number | string; max?: number | string };
  if (limits.min !== undefined && limits.max !== undefined && limits.min > limits.max) {
    found.push(errorAt('limits-turned-around', place, { linkId, ...limits }));
  }
  if (item.type === 'multi-choice' && (item.maxChoices ?? 0) > options.length) {
    found.push(errorAt('more-choices-than-options', place, { linkId, options: options.length }));
  }
  if (isCalculated && 'required' in item && item.required) {
    found.push(errorAt('calculated-is-not-asked', place, { linkId }));
  }
  found.push(...filterFindings({ item, place, linkId }, pkg));
  if (pkg.wording !== 'absent') {
    const needsText = item.type !== 'group' && !isCalculated;
    if (needsText && !item.text) found.push(errorAt('text-missing', place, { linkId }));
    for (const option of options) {
      if (!option.text) {
        found.push(errorAt('text-missing', `${place}.options`, { linkId, option: option.id }));
      }
    }
  }
  const constraints = 'constraints' in item ? (item.constraints ?? []) : [];
  const ids = constraints.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    found.push(errorAt('constraint-id-twice', `${place}.constraints`, { linkId, found: id }));
  }
  return found;
}

/**
 * By a closed question people can be picked out. Whether a sensitive one may serve for that is said, never taken for granted;
 * items of scales never do, and neither does what has no options.
 */
function filterFindings(
  { item, place, linkId }: Pick<CompiledItem, 'item' | 'place' | 'linkId'>,
  { sensitivity: ofForm, scales }: FormPackage,
): Finding[] {
  const mark = 'neverAFilter' in item ? item.neverAFilter : undefined;
  const isClosed = item.type === 'choice' || item.type === 'boolean';
  const isScored = scales.some(({ items }) => items.includes(linkId));
  if (!isClosed || isScored) {
    return mark === undefined ? [] : [errorAt('no-filter-anyway', place, { linkId })];
  }
  const isSensitive = (item.sensitivity ?? ofForm) === 'sensitive';
  return isSensitive && mark === undefined
    ? [errorAt('filter-not-decided', place, { linkId })]
    : [];
}

function rowsFromFindings(
  { item, place, linkId }: CompiledItem,
  byLinkId: ReadonlyMap<string, CompiledItem>,
): Finding[] {
  if (item.type !== 'roster' || item.rowsFrom === undefined) return [];
  const source = byLinkId.get(item.rowsFrom);
  if (source?.type === 'integer' && source.roster === null) return [];
  return [
    errorAt('rows-from-needs-an-integer', `${place}.rowsFrom`, { linkId, found: item.rowsFrom }),
  ];
}

const RESULT: Partial<Record<Item['type'], Wanted>> = {
  boolean: 'boolean',
  integer: 'whole-number',
  decimal: 'number',
  date: 'date',
};

function compileExpressions(
  compiled: CompiledItem,
  {
    items,
    byLinkId,
    depends,
    findings,
  }: {
    items: CompiledItem[];
    byLinkId: ReadonlyMap<string, CompiledItem>;
    depends: number[];
    findings: Finding[];
  },
) {
  const { item, place, linkId, roster } = compiled;
  const compile = (source: string, wanted: Wanted, at: string): Expression => {
    try {
      const { code, reads } = compileExpression(source, wanted, { items, byLinkId, roster });
      // A constraint only looks on; what it reads cannot make a circle.
      if (!at.startsWith('constraints')) depends.push(...reads);
      return code;
    } catch (refusal) {
      if (!(refusal instanceof ExpressionRefused)) throw refusal;
      findings.push(refusedAt(refusal, `${place}.${at}`, { linkId }));
      return null;
    }
  };

  if (item.enableWhen !== undefined) {
    compiled.enableWhen = compile(item.enableWhen, 'boolean', 'enableWhen');
  }
  if ('calculation' in item && item.calculation !== undefined) {
    compiled.calculation = compile(item.calculation, RESULT[item.type]!, 'calculation');
  }
  if ('constraints' in item && item.constraints) {
    compiled.constraints = item.constraints.map(({ id, severity, expression }, index) => ({
      id,
      severity,
      expression: compile(expression, 'boolean', `constraints[${index}].expression`),
    }));
  }
}

/** One finding for each circle in what the items depend on. */
function cyclesIn(items: readonly CompiledItem[], depends: readonly number[][]): Finding[] {
  const found: Finding[] = [];
  const state = items.map(() => 'new' as 'new' | 'open' | 'done');
  const path: number[] = [];
  const visit = (slot: number) => {
    if (state[slot] === 'done') return;
    if (state[slot] === 'open') {
      const circle = [...path.slice(path.indexOf(slot)), slot].map((at) => items[at]!.linkId);
      const { place, linkId } = items[slot]!;
      found.push(errorAt('circle', place, { linkId, circle: circle.join(' -> ') }));
      return;
    }
    state[slot] = 'open';
    path.push(slot);
    for (const next of depends[slot]!) visit(next);
    path.pop();
    state[slot] = 'done';
  };
  items.forEach(({ slot }) => {
    visit(slot);
  });
  return found;
}
